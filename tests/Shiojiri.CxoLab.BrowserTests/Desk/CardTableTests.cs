using Microsoft.Playwright;
using Shiojiri.CxoLab.BrowserTests.Testing;
using Shiojiri.CxoLab.Staff;

namespace Shiojiri.CxoLab.BrowserTests.Desk;

/// <summary>A table laid out as cards on a phone stays a table, with its headers, in what Chromium tells screen readers; its markup gives no roles (docs/reach.md).</summary>
public sealed class CardTableTests(Stage stage) : IClassFixture<Stage>
{
    private static readonly string[] Roles = ["table", "row", "columnheader", "rowheader", "cell"];

    // As it is written; a cell that is not shown is not told either.
    private const string Written =
        """
        () => [['table', 'table'], ['row', 'tr'], ['columnheader', 'th[scope=col]'], ['rowheader', 'th[scope=row]'], ['cell', 'td']]
            .map(([role, element]) => `${role} ${[...document.querySelectorAll(element)].filter(e => e.checkVisibility()).length}`)
            .join(', ')
        """;

    [BrowserTheory]
    [InlineData("/admin/mail")]
    [InlineData("/admin/staff")]
    [InlineData("/admin/templates")]
    [InlineData("/admin/cohorts")]
    [InlineData("/admin/cohorts/3/sessions")]
    [InlineData("/admin/cohorts/3/briefings")]
    [InlineData("/admin/cohorts/3/clone")]
    [InlineData("/admin/payments/overdue")]
    [InlineData("/admin/applications/{参加確定}/payments")]
    public Task Its_rows_cells_and_headers_are_told_on_a_phone(string path) => stage.VisitAsync(new View(390), async page =>
    {
        await stage.Site.FillAsync();
        await page.Context.ComeInAsync(stage.Site, await stage.Site.AccountAsync(Role.Administrator));
        await page.GotoAsync(await stage.Site.PathAsync(path));
        await page.HasLoadedAsync();
        Assert.Equal("block", await page.Locator(".rt table").First.EvaluateAsync<string>("e => getComputedStyle(e).display"));

        var told = await ToldAsync(page);

        Assert.Equal(await page.EvaluateAsync<string>(Written), string.Join(", ", Roles.Select(role => $"{role} {told.Count(r => r == role)}")));
    });

    /// <summary>The roles of the accessibility tree.</summary>
    private static async Task<IReadOnlyList<string>> ToldAsync(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        var tree = await session.SendAsync("Accessibility.getFullAXTree");
        return
        [
            .. tree!.Value.GetProperty("nodes").EnumerateArray()
                .Where(node => !node.GetProperty("ignored").GetBoolean())
                .Select(node => node.TryGetProperty("role", out var role) ? role.GetProperty("value").GetString()! : ""),
        ];
    }
}
