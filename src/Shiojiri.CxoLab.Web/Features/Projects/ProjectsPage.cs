using Shiojiri.CxoLab.Projects;

namespace Shiojiri.CxoLab.Web.Features.Projects;

/// <param name="Year">The year chosen, or null for all.</param>
/// <param name="Years">All years that have projects, the newest first.</param>
internal sealed record ProjectsPage(int? Year, IReadOnlyList<int> Years, IReadOnlyList<PastProject> Projects)
{
    /// <summary>The articles that tell of several projects of a year; one that tells of a single project is linked from that project's page.</summary>
    public static IEnumerable<string> SharedArticles(IEnumerable<PastProject> ofYear) =>
        ofYear.Select(p => p.ArticleUrl).OfType<string>().GroupBy(url => url).Where(url => url.Skip(1).Any()).Select(url => url.Key);
}

/// <param name="ArticleIsOfYear">Whether its article tells of other projects of the year too.</param>
internal sealed record ProjectPage(PastProject Project, bool ArticleIsOfYear, PastProject? Previous, PastProject? Next)
{
    /// <summary>2021年度の紹介記事を読む, or 紹介記事を読む</summary>
    public string ArticleLabel => $"{(ArticleIsOfYear ? $"{Project.FiscalYear}年度の" : "")}紹介記事を読む";
}
