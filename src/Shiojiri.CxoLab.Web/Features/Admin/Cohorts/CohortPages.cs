using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Features.Shared;

namespace Shiojiri.CxoLab.Web.Features.Admin.Cohorts;

/// <summary>Every cohort there is to be seen, the newest first.</summary>
internal sealed record CohortListPage(IReadOnlyList<CohortRow> Rows);

internal sealed record CohortRow(Cohort Cohort, CohortStage Stage, int Applications)
{
    public string Chip => Stage switch
    {
        CohortStage.Preparing => "chip--new",
        CohortStage.Published => "chip--info",
        CohortStage.Recruiting => "chip--done",
        CohortStage.Running => "chip--wait",
        CohortStage.Ended => "chip--off",
        _ => throw new InvalidOperationException("An unknown stage."),
    };
}

/// <summary>A cohort at a glance.</summary>
/// <param name="IsHeld">Recruitment stays shut, whatever its days say: something is missing that has to be told.</param>
internal sealed record CohortPage(CohortHead Head, IReadOnlyList<Readiness> Readiness, bool IsHeld)
{
    public IReadOnlyList<ReadinessLine> Lines => [.. Readiness.Select(r => new ReadinessLine(r, Head.Cohort))];

    public int Missing => Readiness.Count(r => !r.IsReady);

    /// <summary>The stages in order, each with the day that belongs to it.</summary>
    public IReadOnlyList<(CohortStage Stage, string When, bool IsNow)> Life
    {
        get
        {
            var (cohort, now) = (Head.Cohort, Head.Cohort.StageAt(Head.NowUtc));
            return [.. Enum.GetValues<CohortStage>().Select(stage => (stage, When(stage, cohort), stage == now))];
        }
    }

    private static string When(CohortStage stage, Cohort cohort) => stage switch
    {
        CohortStage.Preparing => "",
        CohortStage.Published => cohort.PublishedUtc is not { } from ? "未定" : from <= DateTime.UnixEpoch ? "はじめから" : $"{Short(JapanTime.DayOf(from))}から",
        CohortStage.Recruiting => cohort.OpensOn is { } opens ? $"{Short(opens)}から" : "公開から",
        CohortStage.Running => $"{Short(cohort.TermStartsOn)}から",
        CohortStage.Ended => Short(cohort.TermEndsOn),
        _ => throw new InvalidOperationException("An unknown stage."),
    };

    private static string Short(DateOnly day) => $"{day.Month}/{day.Day}";
}

/// <summary>One item of 公開前の確認: how it stands, and the very place where it is mended.</summary>
internal sealed record ReadinessLine(Readiness Readiness, Cohort Cohort)
{
    public string Label => Readiness.Item.Label();

    public string Text => Readiness switch
    {
        { IsReady: false, Missing: var missing } => $"{string.Join("、", missing)}がありません",
        { Item: ReadinessItem.Deadline } => JapanTime.FullDate(Cohort.ClosesOn),
        { Item: ReadinessItem.Admission } => $"{Cohort.AdmissionMode.Label()}・{Cohort.FeeTiming.Label()}",
        { Item: ReadinessItem.Terms or ReadinessItem.Account } when Cohort.Fee.Amount == 0 => "参加費がかからないので、いりません",
        _ => "そろっています",
    };

    public string Url => Readiness.Item switch
    {
        ReadinessItem.Contact => $"/admin/settings/contact#values-{(Lacks("メールアドレス") || Readiness.IsReady ? "email" : "phone")}",
        ReadinessItem.Seller => $"/admin/settings/seller#values-{(Lacks("販売者") || Readiness.IsReady ? "seller" : Lacks("責任者") ? "representative" : "address")}",
        ReadinessItem.Terms => $"/admin/settings/fee?cohort={Cohort.Ordinal}#values-{(Lacks("返金の条件") || Readiness.IsReady ? "withdrawal" : "transferfee")}",
        ReadinessItem.Account => $"/admin/settings/account?cohort={Cohort.Ordinal}#values-bank",
        ReadinessItem.Privacy => $"/admin/settings/privacy#values-{(Lacks("管理する人") || Readiness.IsReady ? "officer" : "retention")}",
        ReadinessItem.Deadline => $"/admin/cohorts/{Cohort.Ordinal}/details#closeson",
        ReadinessItem.Admission => $"/admin/admission?cohort={Cohort.Ordinal}",
        _ => throw new InvalidOperationException("An unknown item."),
    };

    private bool Lacks(string name) => Readiness.Missing.Contains(name);
}

/// <summary>The form with what was typed.</summary>
/// <param name="Stale">What somebody else saved meanwhile beside what was typed; null when nobody did.</param>
internal sealed record CohortDetailsPage(
    CohortHead Head, CohortDetailsForm Form, DateOnly Today, IReadOnlyList<FieldError> Errors, IReadOnlyList<ChangedText>? Stale = null);

/// <summary>What would change, and what that means, before it is saved.</summary>
internal sealed record CohortDetailsCheckPage(
    CohortHead Head, CohortDetailsForm Form, IReadOnlyList<ChangedText> Changes, IReadOnlyList<string> Effects);
