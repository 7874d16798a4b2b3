using Shiojiri.CxoLab.Projects;

namespace Shiojiri.CxoLab.Web.Features.Projects;

/// <param name="Year">The year chosen, or null for all.</param>
/// <param name="Years">All years that have projects, the newest first.</param>
internal sealed record ProjectsPage(int? Year, IReadOnlyList<int> Years, IReadOnlyList<PastProject> Projects);

internal sealed record ProjectPage(PastProject Project, PastProject? Previous, PastProject? Next);
