using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Features.Shared;

namespace Shiojiri.CxoLab.Web.Features.Admin.Publications;

/// <summary>What publishing a cohort changes for visitors, and when it happens.</summary>
/// <param name="Told">The cohort that the site tells of now; null when there is none.</param>
/// <param name="Missing">What is missing of 公開前の確認.</param>
/// <param name="IsHeld">Recruitment stays shut by it.</param>
internal sealed record PublicationPage(
    CohortHead Head, Cohort? Told, IReadOnlyList<Readiness> Missing, bool IsHeld, PublicationForm Form, IReadOnlyList<FieldError> Errors, bool IsStale = false)
{
    public static readonly IReadOnlyList<Choice> Times = [new(PublicationForm.Now, "いますぐ"), new(PublicationForm.Later, "日時を決めて")];

    public bool IsScheduled => Head.Cohort.PublishedUtc is not null && !Head.IsPublic;

    /// <summary>Whoever applied has seen it: it stays.</summary>
    public bool MayBeWithdrawn => Head.Cohort.PublishedUtc is not null && Head.Counts.Applications == 0;

    private Cohort Cohort => Head.Cohort;

    private bool IsTold => Told is null || Told.Ordinal <= Cohort.Ordinal;

    /// <summary>What visitors will see, one sentence each.</summary>
    public IReadOnlyList<string> Effects => !IsTold
        ? [$"サイトは、新しい{Told!.Name}を案内しています。{Cohort.Name}を公開しても、サイトの案内は替わりません。"]
        :
        [
            Told is null ? $"ホーム、募集要項、スケジュール、説明会に、{Cohort.Name}が出ます。"
                : Told.Ordinal == Cohort.Ordinal ? $"ホーム、募集要項、スケジュール、説明会に、{Cohort.Name}が出ています。"
                : $"ホーム、募集要項、スケジュール、説明会が、{Told.Name}から{Cohort.Name}に替わります。",
            Recruitment,
            .. Told is { } told && told.Ordinal < Cohort.Ordinal && told.Recruitment.IsOpenAt(Head.NowUtc)
                ? new[] { $"いま募集中の{told.Name}には、サイトから申し込めなくなります。入力の途中の方には、{Cohort.Name}の内容をもう一度お見せします。" } : [],
        ];

    private string Recruitment => Cohort.RecruitmentStatusAt(Head.NowUtc) switch
    {
        { State: RecruitmentState.Preparing } => "期間が終わっているため、サイトには「次期準備中」と出ます。",
        { State: RecruitmentState.Closed } => $"応募の締切（{JapanTime.FullDate(Cohort.ClosesOn)}）を過ぎているため、サイトには「募集終了」と出ます。",
        { State: RecruitmentState.OpeningSoon, OpensOn: { } opens } => $"募集は{JapanTime.FullDate(opens)}に始まります。それまでは「まもなく開始」と出ます。",
        _ when IsHeld => "足りないものがそろうまで、サイトには「まもなく開始」と出て、申し込みは受け付けません。",
        _ when Head.IsPublic => $"募集中です。{Deadline.WithYear(Cohort.ClosesOn)}受け付けます。",
        _ => $"募集は公開と同時に始まり、{Deadline.WithYear(Cohort.ClosesOn)}受け付けます。",
    };
}
