using System.Text.Json;
using Microsoft.Playwright;
using Shiojiri.CxoLab.BrowserTests.Testing;

namespace Shiojiri.CxoLab.BrowserTests;

/// <summary>The site with keys alone: everything is reached, in its order and seen, and nothing holds the focus (WCAG 2.1.1, 2.1.2, 2.4.1, 2.4.3, 2.4.7).</summary>
public sealed class KeyboardTests(Stage stage) : IClassFixture<Stage>
{
    private const int Most = 200;

    private static readonly string[] Sessions = ["specification-training", "field-work"];

    private static readonly string[] Folds = ["details.menu", ".faq details:nth-child(2)"];

    private const string Describe =
        """
        () => {
            const e = document.activeElement;
            if (!e || e === document.body) return null;
            const shown = [e, e.closest('.card'), e.closest('.choice')].filter(Boolean).some(one => getComputedStyle(one).outlineStyle !== 'none' && parseFloat(getComputedStyle(one).outlineWidth) >= 2);
            const box = (e.closest('.choice, .card') ?? e).getBoundingClientRect();
            window.last ??= null;
            const inOrder = !window.last || !!(window.last.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING);
            const isFirst = e === window.first;
            window.first ??= e;
            window.last = e;
            return JSON.stringify({ name: e.outerHTML.slice(0, 90), shown, inOrder, isFirst, isSeen: box.bottom > 0 && box.top < innerHeight && box.width > 0 });
        }
        """;

    [BrowserTheory]
    [InlineData("/", 1280)]
    [InlineData("/", 390)]
    [InlineData("/program", 1280)]
    [InlineData("/recruit", 390)]
    [InlineData("/schedule", 1280)]
    [InlineData("/projects", 1280)]
    [InlineData("/projects/wainari", 390)]
    [InlineData("/briefings", 1280)]
    [InlineData("/faq", 390)]
    [InlineData("/privacy", 1280)]
    [InlineData("/legal", 390)]
    [InlineData("/contact", 1280)]
    [InlineData("/accessibility", 390)]
    [InlineData("/apply", 390)]
    [InlineData("/apply/again", 1280)]
    public Task Everything_is_reached_in_its_order_seen_and_left_again(string path, int width) => stage.VisitAsync(new View(width), async page =>
    {
        await page.GotoAsync(path);
        await page.BringToFrontAsync();
        var faults = new List<string>();
        var stops = 0;
        for (; stops < Most; stops++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await StopAsync(page) is not { IsFirst: false } stop)
            {
                break;
            }

            faults.AddRange(new[] { stop.Shown ? null : "no mark of focus", stop.InOrder ? null : "out of its order", stop.IsSeen ? null : "out of sight" }
                .OfType<string>().Select(fault => $"{fault}: {stop.Name}"));
        }

        Assert.Equal("", string.Join('\n', faults));
        Assert.InRange(stops, 15, Most - 1);
    });

    [BrowserFact]
    public Task The_first_key_leads_past_the_menu() => stage.VisitAsync(new View(), async page =>
    {
        await page.GotoAsync("/recruit");
        await page.BringToFrontAsync();

        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");

        Assert.True(await page.EvaluateAsync<bool>("document.activeElement.closest('main') !== null"));
    });

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public Task One_can_apply_without_a_pointer(bool script) => stage.VisitAsync(new View(390, Script: script), async page =>
    {
        await page.GotoAsync("/apply");
        await page.BringToFrontAsync();
        foreach (var (field, value) in new[] { ("Name", "鍵盤 花子"), ("Kana", "ケンバン ハナコ"), ("Email", $"keys-{script}@example.jp") })
        {
            await TypeAsync(page, field, value);
        }

        await ToAsync(page, "Residence");
        await page.Keyboard.PressAsync("ArrowDown");
        foreach (var session in Sessions)
        {
            await ToAsync(page, $"Attendance[{session}]");
            await page.Keyboard.PressAsync("Space");
        }

        await TypeAsync(page, "Motivation", "キーボードだけで申し込みます。");
        await ToAsync(page, "Consent");
        await page.Keyboard.PressAsync("Space");
        await ButtonAsync(page, "入力内容を確認する");
        await page.SeesAsync("入力内容の確認");
        await ButtonAsync(page, "この内容で申し込む");

        await page.SeesAsync("お申し込みを受け付けました");
    });

    [BrowserFact]
    public Task Menu_and_questions_open_and_close_by_key() => stage.VisitAsync(new View(390), async page =>
    {
        await page.GotoAsync("/faq");
        await page.BringToFrontAsync();
        foreach (var fold in Folds)
        {
            await TabUntilAsync(page, page.Locator($"{fold} > summary"));
            await page.Keyboard.PressAsync("Enter");
            Assert.NotNull(await page.Locator(fold).GetAttributeAsync("open"));
            await page.Keyboard.PressAsync("Space");
            Assert.Null(await page.Locator(fold).GetAttributeAsync("open"));
        }
    });

    private static async Task<Stop?> StopAsync(IPage page) =>
        await page.EvaluateAsync<string?>(Describe) is { } json ? JsonSerializer.Deserialize<Stop>(json, JsonSerializerOptions.Web) : null;

    private static async Task TypeAsync(IPage page, string field, string value)
    {
        await ToAsync(page, field);
        await page.Keyboard.InsertTextAsync(value);
    }

    private static Task ToAsync(IPage page, string field) => TabUntilAsync(page, page.Locator($"form [name='{field}']").First);

    private static async Task ButtonAsync(IPage page, string name)
    {
        await TabUntilAsync(page, page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = name, Exact = true }));
        await page.Keyboard.PressAsync("Enter");
    }

    private static async Task TabUntilAsync(IPage page, ILocator wanted)
    {
        for (var stops = 0; stops < Most; stops++)
        {
            if (await wanted.EvaluateAsync<bool>("e => e === document.activeElement"))
            {
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"{wanted} is not reached.");
    }

    private sealed record Stop(string Name, bool Shown, bool InOrder, bool IsFirst, bool IsSeen);
}
