using Microsoft.Playwright;
using Shiojiri.CxoLab.BrowserTests.Testing;
using Shiojiri.CxoLab.Staff;
using static Microsoft.Playwright.Assertions;

namespace Shiojiri.CxoLab.BrowserTests;

/// <summary>A question of a cohort's own, from the desk to the applicant and back.</summary>
public sealed class OwnQuestionsJourneyTests(Stage stage) : IClassFixture<Stage>
{
    private const string List = "/admin/cohorts/3/questions";

    [BrowserTheory]
    [InlineData(1280, true)]
    [InlineData(390, true)]
    [InlineData(1280, false)]
    [InlineData(390, false)]
    public Task Staff_ask_and_somebody_answers(int width, bool script) => stage.VisitAsync(new View(width, script, Axe: script), async page =>
    {
        var mark = $"{width}{(script ? "あり" : "なし")}";
        await page.Context.ComeInAsync(stage.Site, await stage.Site.AccountAsync(Role.Administrator, $"事務局 {mark}"));
        var watch = Watch.Over(page.Context, stage.Site);
        await AddAsync(page, $"説明会に来ましたか{mark}", "YesNo", null, script);
        await AddAsync(page, $"どの回ですか{mark}", "OneOf", $"説明会に来ましたか{mark}", script);

        await page.GotoAsync("/apply");
        await page.FillAsync(ApplyScreens.Typed($"q{width}{script}@example.jp".ToLowerInvariant()));
        var second = page.GetByRole(AriaRole.Group, new() { Name = $"どの回ですか{mark}" });
        await Expect(second).ToBeVisibleAsync(new() { Visible = !script });
        await page.GetByRole(AriaRole.Group, new() { Name = $"説明会に来ましたか{mark}" }).GetByLabel("はい").CheckAsync();
        await Expect(second).ToBeVisibleAsync();
        await second.GetByLabel("6月29日").CheckAsync();
        await page.PressAsync("入力内容を確認する");
        await page.SeesAsync("入力内容の確認");
        await Expect(page.Locator("dl div").Filter(new() { HasText = $"どの回ですか{mark}" }).Locator("dd").First).ToHaveTextAsync("6月29日");
        await page.PressAsync("この内容で申し込む");
        await page.SeesAsync("お申し込みを受け付けました");
        await page.GotoAsync(List);

        await Expect(page.Locator(".qs__row").Filter(new() { HasText = $"どの回ですか{mark}" }).Locator(".qs__n")).ToHaveTextAsync("答え 1件");
        watch.SawNoFault();
    });

    private static async Task AddAsync(IPage page, string wording, string kind, string? source, bool script)
    {
        await page.GotoAsync($"{List}/new");
        await page.GetByLabel("質問の文").FillAsync(wording);
        await page.GetByLabel("答え方").SelectOptionAsync(kind);
        if (source is not null)
        {
            await page.GetByLabel("選択肢").FillAsync("6月17日\n6月29日");
            await page.GetByLabel("前の質問の答えによって出す").CheckAsync();
            await page.GetByRole(AriaRole.Group, new() { Name = $"「{source}」の答えが" }).GetByLabel("はい").CheckAsync();
        }

        await page.PressAsync("見え方を新しくする");
        await Expect(page.Locator(".view__in legend")).ToContainTextAsync(wording);
        if (script)
        {
            await page.FindsNoFaultAsync();
        }

        await page.PressAsync("質問を公開する");
        await Expect(page.Locator(".saved p")).ToHaveTextAsync($"「{wording}」を公開しました");
    }
}
