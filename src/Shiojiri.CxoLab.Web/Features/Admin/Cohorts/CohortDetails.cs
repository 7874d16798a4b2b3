using System.Globalization;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;

namespace Shiojiri.CxoLab.Web.Features.Admin.Cohorts;

/// <summary>What staff change of a cohort in one form: name, term, fee, places, days of recruitment.</summary>
internal sealed record CohortDetails(
    string Name, DateOnly TermStartsOn, DateOnly TermEndsOn, Yen Fee, int? Capacity, bool CapacityIsAbout, RecruitmentPeriod Recruitment)
{
    /// <summary>Everything in one text: a form that was filled from another one is stale. Places taken meanwhile don't make it so.</summary>
    public string State => string.Create(
        CultureInfo.InvariantCulture,
        $"{TermStartsOn:O}|{TermEndsOn:O}|{Fee.Amount}|{Capacity}|{CapacityIsAbout}|{Recruitment.OpensOn:O}|{Recruitment.ClosesOn:O}|{Name}");

    public static CohortDetails Of(Cohort cohort) => new(
        cohort.Name, cohort.TermStartsOn, cohort.TermEndsOn, cohort.Fee, cohort.Capacity, cohort.CapacityIsAbout, cohort.Recruitment);

    /// <summary>約20名, 20名; how many can take part, in words.</summary>
    public static string Places(int? capacity, bool isAbout) => capacity is { } places ? $"{(isAbout ? "約" : "")}{places}名" : "決めていません";

    /// <summary>What differs from another one, in words.</summary>
    public IReadOnlyList<ChangedText> From(CohortDetails before) => [.. before.Texts().Zip(Texts())
        .Where(pair => pair.First.Text != pair.Second.Text)
        .Select(pair => new ChangedText(pair.First.Label, pair.First.Text, pair.Second.Text))];

    private (string Label, string Text)[] Texts() =>
    [
        ("名前", Name),
        ("期間のはじまり", JapanTime.FullDate(TermStartsOn)),
        ("期間のおわり", JapanTime.FullDate(TermEndsOn)),
        ("参加費", Fee.WithTax),
        ("定員", Places(Capacity, CapacityIsAbout)),
        ("募集の開始", Recruitment.OpensOn is { } opens ? JapanTime.FullDate(opens) : "公開と同時"),
        ("応募の締切", JapanTime.FullDate(Recruitment.ClosesOn)),
    ];
}
