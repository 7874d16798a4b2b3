using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Shiojiri.CxoLab.BrowserTests.Testing;

/// <summary>Holds a page, as it stands, against all of axe's rules at the widths of a desk and a phone; at 320 px it must not scroll sideways.</summary>
internal static class Axe
{
    private static readonly RunOnlyOptions Tags = new()
    {
        Type = "tag",
        Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    };

    public static readonly AxeRunOptions Rules = new() { RunOnly = Tags, ResultTypes = [ResultType.Violations] };

    /// <summary>For forced colours: there axe still measures the colours of the style sheet, which nobody sees.</summary>
    public static readonly AxeRunOptions RulesButContrast = new()
    {
        RunOnly = Tags,
        ResultTypes = [ResultType.Violations],
        Rules = new() { ["color-contrast"] = new RuleOptions { Enabled = false } },
    };

    public static Task FindsNoFaultAsync(this IPage page) => page.FindsNoFaultAsync(Rules, 1280, 390, 320);

    public static async Task FindsNoFaultAsync(this IPage page, AxeRunOptions rules, params int[] widths)
    {
        var faults = new List<string>();

        // Words can be there before the style sheet is.
        await page.HasLoadedAsync();

        // What is folded up is judged too, but for the menu, which covers the page.
        await page.EvaluateAsync("document.querySelectorAll('main details').forEach(d => d.open = true)");
        foreach (var width in widths)
        {
            await page.SetViewportSizeAsync(width, 844);
            var reach = await page.EvaluateAsync<int>("document.scrollingElement.scrollWidth");
            if (reach > width)
            {
                faults.Add($"{width} px scrolls sideways: {reach} px");
            }

            if (width > 320)
            {
                // The whole document, by its root: the page's own RunAxe opens a further tab for each result.
                var result = await page.Locator("html").RunAxe(rules);
                faults.AddRange(result.Violations.SelectMany(rule => rule.Nodes.Select(node => $"{width} px {rule.Id}: {node.Target}")));
            }
        }

        // Assert.Empty would cut the list short.
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }
}
