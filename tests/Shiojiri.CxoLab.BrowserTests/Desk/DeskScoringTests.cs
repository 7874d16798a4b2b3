using Microsoft.Playwright;
using Shiojiri.CxoLab.BrowserTests.Testing;
using Shiojiri.CxoLab.Staff;
using static Microsoft.Playwright.Assertions;

namespace Shiojiri.CxoLab.BrowserTests.Desk;

/// <summary>Scoring one person after the other, with keys where there is script, and comparing them in the ranking.</summary>
public sealed class DeskScoringTests(Stage stage) : IClassFixture<Stage>
{
    [BrowserTheory]
    [InlineData(1280, true)]
    [InlineData(1280, false)]
    [InlineData(390, true)]
    [InlineData(390, false)]
    public Task A_reviewer_scores_goes_on_to_the_next_and_prepares_from_the_ranking(int width, bool script) => stage.VisitAsync(new View(width, script), async page =>
    {
        await stage.Site.FillAsync();
        await page.Context.ComeInAsync(stage.Site, await stage.Site.AccountAsync(Role.Reviewer, $"審査 {width} {script}"));
        await page.GotoAsync("/admin/reviews/ranking");
        await Expect(page.Locator(".rank__mean")).ToHaveCountAsync(0);
        await page.FollowAsync("採点を続ける");
        var name = (await page.Locator("main h1").InnerTextAsync()).Split(' ', 3)[..2];

        await (script ? ScoreByKeysAsync(page) : ScoreByHandAsync(page));
        await page.SavedAsync($"{string.Join(' ', name)}さんの採点を保存しました");
        await Expect(page.Locator(".prevnext .num")).ToContainTextAsync("2 / ");

        await page.GotoAsync("/admin/reviews/ranking");
        await Expect(page.Locator(".rank__mean")).ToHaveCountAsync(1);
        var row = page.Locator(".rank > li").First;
        await Expect(row).ToContainTextAsync(string.Join(' ', name));
        await row.Locator(".rank__do > summary").ClickAsync();
        await row.GetByRole(AriaRole.Button, new() { Name = "「補欠」とする" }).ClickAsync();
        await page.SavedAsync("「補欠」にする準備をしました。まだ決まっていません");
        await Expect(page.Locator(".rank > li").First.Locator(".rank__st")).ToContainTextAsync("補欠");
        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    });

    // A digit in the comment is a letter of it; then 4, 0 for the one left out, 5, and Enter on the button that the keys lead to.
    private static async Task ScoreByKeysAsync(IPage page)
    {
        await page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
        await page.GetByLabel("コメント").PressSequentiallyAsync("3年の経験");
        await Expect(page.GetByLabel("コメント")).ToHaveValueAsync("3年の経験");
        await Expect(page.Locator(".score-row :checked")).ToHaveCountAsync(0);
        await page.GetByLabel("コメント").BlurAsync();
        foreach (var key in new[] { "4", "0", "5" })
        {
            await page.Keyboard.PressAsync(key);
        }

        Assert.Equal(["4", "abstain", "5"], await page.Locator(".score-row :checked").EvaluateAllAsync<string[]>("all => all.map(i => i.value)"));
        await page.Keyboard.PressAsync("Enter");
    }

    private static async Task ScoreByHandAsync(IPage page)
    {
        foreach (var criterion in await page.Locator(".score-row").AllAsync())
        {
            await criterion.GetByRole(AriaRole.Radio, new() { Name = "4", Exact = true }).CheckAsync();
        }

        await page.PressAsync("保存して次へ");
    }
}
