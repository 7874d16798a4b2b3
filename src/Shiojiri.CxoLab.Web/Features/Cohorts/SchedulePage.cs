using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Themes;
using Shiojiri.CxoLab.Web.Features.Shared;

namespace Shiojiri.CxoLab.Web.Features.Cohorts;

internal sealed record SchedulePage(Cohort Cohort, Gantt Gantt, Timeline Timeline);

/// <param name="Cohort">The one that is told of.</param>
/// <param name="IsBriefingAhead">Whether a briefing is still to come, so that the page may invite to it.</param>
internal sealed record RecruitPage(Cohort Cohort, bool IsBriefingAhead)
{
    public IReadOnlyList<ShownTheme> Themes { get; init; } = [];
}

/// <param name="FiscalYear">The year of its projects.</param>
/// <param name="Projects">How many of that year there are to read of.</param>
internal sealed record PastCohortPage(Cohort Cohort, bool IsOver, int FiscalYear, int Projects);
