using Shiojiri.CxoLab.Content;
using Shiojiri.CxoLab.Projects;
using Shiojiri.CxoLab.Web.Features.Shared;

namespace Shiojiri.CxoLab.Web.Features.Home;

internal sealed record HomePage(
    Timeline? Timeline, Gantt? Gantt, IReadOnlyList<BriefingCard> Briefings, IReadOnlyList<PastProject> Projects)
{
    /// <summary>Three to show: two of the newest year, one of the year before, so that both years are seen.</summary>
    public IReadOnlyList<PastProject> Chosen =>
    [
        .. Projects.GroupBy(p => p.FiscalYear).SelectMany(year => year.Skip(1).Concat(year.Take(1)).Select((p, i) => (Project: p, Rank: i)))
            .OrderBy(p => p.Rank).ThenByDescending(p => p.Project.FiscalYear).Select(p => p.Project).Take(3),
    ];
}

/// <summary>The voices of members (声) on a page.</summary>
/// <param name="Most">Null: all.</param>
internal sealed record VoicesPart(BuiltInContent Heading, int? Most);

/// <param name="NowUtc">The programme's time, to dim what is over.</param>
internal sealed record ProgrammePage(DateTime NowUtc);
