using Shiojiri.CxoLab.Themes;

namespace Shiojiri.CxoLab.Web.Features.Themes;

/// <param name="IsCurrent">Its cohort is the one that the site tells of now: one may apply for it while recruitment is open.</param>
/// <param name="Others">The other themes of that cohort.</param>
internal sealed record ThemePage(ShownTheme Theme, string CohortName, bool IsCurrent, IReadOnlyList<ShownTheme> Others);
