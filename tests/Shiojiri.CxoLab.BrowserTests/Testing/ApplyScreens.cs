using System.Diagnostics;
using System.Text.Json;
using Microsoft.Playwright;

namespace Shiojiri.CxoLab.BrowserTests.Testing;

/// <summary>What people do on the screens of the application: type, tick, press.</summary>
internal static class ApplyScreens
{
    private const string Form = "form[action='/apply/confirm']";

    /// <summary>An answer to every question, in the order of the form and just as it is typed.</summary>
    public static (string Field, string Value)[] Typed(string email) =>
    [
        ("Name", "塩尻 太郎"), ("Kana", "しおじり　たろう"), ("Email", email), ("Phone", "０９０ー１２３４ー５６７８"),
        ("Residence", "海外"), ("Country", "フランス"), ("Occupation", "デザイナー"),
        ("Attendance[specification-training]", "yes"), ("Attendance[field-work]", "undecided"),
        ("Interests", "伝統工芸"), ("Interests", "里山"),
        ("Motivation", "漆器に惹かれました。\n木曽平沢を訪れたいです。"), ("Skills", "図面を引けます。"), ("Relation", "祖母が洗馬の生まれです。"),
        ("HeardFrom", "search"), ("Consent", "yes"),
    ];

    /// <summary>The same with widths and kana folded, as the site understands it.</summary>
    public static (string Field, string Value)[] Understood(string email) =>
        [.. Typed(email).Select(answer => answer.Field switch
        {
            "Kana" => (answer.Field, "シオジリ タロウ"),
            "Phone" => (answer.Field, "09012345678"),
            _ => answer,
        })];

    public static async Task FillAsync(this IPage page, IEnumerable<(string Field, string Value)> answers)
    {
        foreach (var (field, value) in answers)
        {
            var control = page.Locator($"{Form} [name='{field}']");
            switch (await control.First.GetAttributeAsync("type") ?? await control.EvaluateAsync<string>("e => e.type"))
            {
                case "radio" or "checkbox":
                    await control.And(page.Locator($"[value='{value}']")).CheckAsync();
                    break;
                case "select-one":
                    await control.SelectOptionAsync(value);
                    break;
                default:
                    await control.FillAsync(value);
                    break;
            }
        }
    }

    /// <summary>What stands in the form now: what a browser would post, but for the hidden fields.</summary>
    public static async Task<(string Field, string Value)[]> AnswersAsync(this IPage page)
    {
        var hidden = new[] { "FormToken", "Ticket", "Memo" };
        var fields = await page.Locator(Form).EvaluateAsync<JsonElement>("form => [...new FormData(form)]");
        return [.. fields.EnumerateArray().Select(f => (Field: f[0].GetString()!, Value: f[1].GetString()!)).Where(f => !hidden.Contains(f.Field))];
    }

    public static async Task PressAsync(this IPage page, string button)
    {
        // A tab in the background is drawn once a second, and a click waits for it.
        await page.BringToFrontAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = button, Exact = true }).ClickAsync();
    }

    /// <summary>
    /// Waits for style sheet, script and pictures. The page itself is asked, since the driver's own account can miss the moment; and asked
    /// again and again, since without script the page calls nobody back and a promise made there would never be kept.
    /// </summary>
    public static async Task HasLoadedAsync(this IPage page)
    {
        var asked = Stopwatch.StartNew();
        while (!await page.EvaluateAsync<bool>("document.readyState === 'complete'"))
        {
            Assert.True(asked.Elapsed < TimeSpan.FromSeconds(30), $"{page.Url} did not finish loading");
            await Task.Delay(20);
        }
    }

    public static Task SeesAsync(this IPage page, string heading) =>
        Assertions.Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })).ToHaveTextAsync(heading);

    /// <summary>From the empty form to the check page.</summary>
    public static async Task ToCheckPageAsync(this IPage page, string email)
    {
        await page.BringToFrontAsync();
        await page.GotoAsync("/apply");
        await page.FillAsync(Typed(email));
        await page.PressAsync("入力内容を確認する");
        await page.SeesAsync("入力内容の確認");
    }

    /// <summary>From the empty form to the completion page.</summary>
    public static async Task ToCompletionAsync(this IPage page, string email)
    {
        await page.ToCheckPageAsync(email);
        await page.PressAsync("この内容で申し込む");
        await page.SeesAsync("お申し込みを受け付けました");
    }
}
