using Shiojiri.CxoLab.BrowserTests.Testing;

namespace Shiojiri.CxoLab.BrowserTests;

/// <summary>Days, names and prices keep to one line; on a phone, and at 400% of a desk (320 px), they stay within the box that holds them and off its neighbours.</summary>
public sealed class OneLineTests(Stage stage) : IClassFixture<Stage>
{
    private const string Outside =
        """
        () => [...document.querySelectorAll('main *, .applybar *')]
            .filter(e => getComputedStyle(e).whiteSpaceCollapse !== 'preserve' && getComputedStyle(e).textWrapMode === 'nowrap' && e.checkVisibility() && !e.closest('.vh, svg'))
            .filter(e => {
                let box = e.parentElement;
                while (getComputedStyle(box).display.startsWith('inline')) box = box.parentElement;
                const edge = box.getBoundingClientRect();
                return [...e.getClientRects()].some(r => r.right > edge.right + 1 || r.left < edge.left - 1);
            })
            .map(e => `${e.tagName} ${e.className} ${e.textContent.trim().slice(0, 40)}`)
            .join('\n')
        """;

    public static TheoryData<string> Pages =>
        ["/", "/program", "/recruit", "/schedule", "/briefings", "/projects/wainari", "/faq", "/contact", "/privacy", "/legal", "/accessibility", "/apply", "/nope"];

    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public Task Nothing_runs_out_of_its_box(string path) => stage.VisitAsync(new View(390), async page =>
    {
        await page.GotoAsync(path);
        await page.HasLoadedAsync();

        Assert.Equal("", await page.EvaluateAsync<string>(Outside));
        await page.SetViewportSizeAsync(320, 844);
        Assert.Equal("", await page.EvaluateAsync<string>(Outside));
    });
}
