using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.BrowserTests.Testing;
using Shiojiri.CxoLab.Staff;

namespace Shiojiri.CxoLab.BrowserTests.Desk;

/// <summary>A word of two hundred letters without a blank breaks somewhere: no page grows wider than the window.</summary>
public sealed class LongWordTests(Stage stage) : IClassFixture<Stage>
{
    private static readonly string Word = string.Concat(Enumerable.Repeat("shiojiri", 25));

    [BrowserTheory]
    [InlineData(390)]
    [InlineData(1280)]
    public Task A_long_word_widens_no_page(int width) => stage.VisitAsync(new View(width), async page =>
    {
        await stage.Site.FillAsync();
        var email = $"{Word[..56]}{width}@{Word[..60]}.example.jp";
        await page.GotoAsync("/apply");
        await page.FillAsync(ApplyScreens.Typed(email).Select(answer => answer.Field switch
        {
            "Name" or "Occupation" => (answer.Field, Word[..60]),
            "Kana" => (answer.Field, new string('ア', 60)),
            "Country" => (answer.Field, Word[..30]),
            "Motivation" or "Skills" or "Relation" => (answer.Field, Word),
            _ => answer,
        }));
        await page.PressAsync("入力内容を確認する");
        await page.SeesAsync("入力内容の確認");
        await FitsAsync(page, "check");
        await page.PressAsync("この内容で申し込む");
        await page.SeesAsync("お申し込みを受け付けました");
        await FitsAsync(page, "complete");
        var number = await stage.Site.InDatabaseAsync(async db =>
        {
            var application = await db.Applications.SingleAsync(a => a.Email == email);
            var tag = new Tag(application.CohortId, $"WWWWWWWWWWWWWWWW{width}");
            db.Add(tag);
            await db.SaveChangesAsync();
            db.Add(new ApplicationTag(application.Id, tag.Id));
            db.Add(new ApplicationNote(RandomToken.Draw(), application.Id, Word, Actor.CommandLine, DateTime.UnixEpoch));
            await db.SaveChangesAsync();
            return application.Number;
        });
        await page.Context.ComeInAsync(stage.Site, await stage.Site.AccountAsync(Role.Administrator));

        string[] paths =
        [
            $"/admin/applications/{number}", "/admin/applications", $"/admin/applications?q={Word[..60]}", $"/admin/applications/{number}/contact", $"/admin/applications/{number}/sheet",
            $"/admin/applications/{number}/payments", $"/admin/applications/{number}/review", "/admin/mail", "/admin/mail/group", "/admin", "/admin/audit",
        ];
        foreach (var path in paths)
        {
            await page.GotoAsync(path);
            await FitsAsync(page, path);
        }
    });

    private static async Task FitsAsync(IPage page, string where)
    {
        // Before the style sheet is there a long word does widen the page.
        await page.HasLoadedAsync();
        var over = await page.EvaluateAsync<string>(
            """
            () => document.documentElement.scrollWidth <= innerWidth ? '' : [...document.querySelectorAll('main *, header *')]
              .filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.table, .adm-nav, .vh'))
              .map(e => `${e.tagName}.${e.className}`).slice(-3).join(' ') || 'page'
            """);
        Assert.Equal((where, ""), (where, over));
    }
}
