using Shiojiri.CxoLab.Cohorts;

namespace Shiojiri.CxoLab.Web.Features.Shared;

/// <summary>What follows from a cohort's dates and stands on several pages in figures.</summary>
internal sealed record CohortFacts(Cohort Cohort)
{
    public int OnSiteDays => Cohort.OnSiteSessions.Sum(s => s.EndsOn.DayNumber - s.StartsOn.DayNumber + 1);

    public int TermMonths => (int)Math.Round((Cohort.TermEndsOn.DayNumber - Cohort.TermStartsOn.DayNumber) / 30.4);

    /// <summary>7月20日(水)〜|翌年1月31日(火), with | where a line may break.</summary>
    public string Term =>
        $"{JapanTime.MonthDay(Cohort.TermStartsOn)}〜|{(Cohort.TermEndsOn.Year == Cohort.TermStartsOn.Year ? "" : "翌年")}{JapanTime.MonthDay(Cohort.TermEndsOn)}";

    /// <summary>7月30日(土)、|10月1日(土)・|10月2日(日), likewise.</summary>
    public string OnSite => string.Join("、|", Cohort.OnSiteSessions.Select(s => s.Days.Replace("・", "・|", StringComparison.Ordinal)));
}
