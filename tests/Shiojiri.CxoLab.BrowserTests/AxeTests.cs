using Shiojiri.CxoLab.BrowserTests.Testing;

namespace Shiojiri.CxoLab.BrowserTests;

/// <summary>Every public page as it stands during recruitment.</summary>
public sealed class AxeTests(Stage stage) : IClassFixture<Stage>
{
    [BrowserTheory]
    [InlineData("/")]
    [InlineData("/program")]
    [InlineData("/recruit")]
    [InlineData("/schedule")]
    [InlineData("/projects")]
    [InlineData("/projects?year=2020")]
    [InlineData("/projects/wainari")]
    [InlineData("/projects/kiso-hirasawa-stay")]
    [InlineData("/briefings")]
    [InlineData("/faq")]
    [InlineData("/privacy")]
    [InlineData("/legal")]
    [InlineData("/contact")]
    [InlineData("/contact/sent")]
    [InlineData("/apply/again")]
    [InlineData("/apply/again/sent")]
    [InlineData("/accessibility")]
    [InlineData("/apply")]
    [InlineData("/no-such-page")]
    public Task A_page_has_no_fault(string path) => stage.VisitAsync(new View(Axe: true), async page =>
    {
        await page.GotoAsync(path);

        await page.FindsNoFaultAsync();
    });
}
