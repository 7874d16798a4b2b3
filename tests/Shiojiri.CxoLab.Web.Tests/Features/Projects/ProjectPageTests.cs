using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Projects;

public sealed class ProjectPageTests : IClassFixture<SharedSite>
{
    private readonly HttpClient _visitor;

    public ProjectPageTests(SharedSite shared) => _visitor = shared.Visitor;

    [Fact]
    public async Task A_project_shows_its_year_its_place_and_the_article_by_name()
    {
        var page = await _visitor.OpenAsync("/projects/kiso-hirasawa-stay");

        Assert.Equal("木曽平沢の日々別荘を中心とした滞在型コンテンツ開発", page.Heading);
        Assert.Equal(("2021年度", "木曽平沢"), (page.Definition("年度"), page.Definition("場所")));
        Assert.Equal("2021年度の紹介記事を読む（外部サイト）", page.Text("main a[href='https://shigoto100.com/2021/09/meguru.html']"));
        Assert.DoesNotContain("https://", page.Words, StringComparison.Ordinal);
        Assert.Equal(
            ["前のプロジェクト持続可能なアーティストインレジデンス事業の構築", "次のプロジェクト 塩尻市観光センター売店 リバイバルプロジェクト〜地域と観光がめぐりあう「塩尻、いいね」が生まれる場〜"],
            page.Texts(".pn a"));
    }

    [Fact]
    public async Task A_project_of_which_no_place_is_known_names_none()
    {
        var page = await _visitor.OpenAsync("/projects/wainari");

        Assert.Equal(["年度"], page.Texts(".side dt"));
        Assert.Equal("2020年度の紹介記事を読む（外部サイト）", page.Text(".side a"));
    }

    [Theory]
    [InlineData("artist-in-residence", "次のプロジェクト")]
    [InlineData("satoyama-trip", "前のプロジェクト")]
    public async Task The_first_and_the_last_lead_one_way(string slug, string way)
    {
        var page = await _visitor.OpenAsync($"/projects/{slug}");

        Assert.StartsWith(way, Assert.Single(page.Texts(".pn a")), StringComparison.Ordinal);
    }
}
