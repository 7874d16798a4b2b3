using Shiojiri.CxoLab.BrowserTests.Desk;
using Shiojiri.CxoLab.BrowserTests.Testing;
using Shiojiri.CxoLab.Staff;

namespace Shiojiri.CxoLab.BrowserTests;

/// <summary>On a phone no target is under 24 px, and nine in ten are 44 px high.</summary>
public sealed class TargetSizeTests(Stage stage) : IClassFixture<Stage>
{
    private const int Phone = 390;

    public static TheoryData<string> Public =>
    [
        "/", "/recruit", "/schedule", "/briefings", "/projects", "/projects/wainari", "/faq", "/contact", "/contact/sent", "/apply/again", "/apply/again/sent", "/privacy", "/legal", "/accessibility", "/apply",
        "/admin/sign-in", "/admin/password/forgotten", "/nope",
    ];

    public static TheoryData<string> Desk => [.. DeskPages.All];

    [BrowserTheory]
    [MemberData(nameof(Public))]
    public Task A_finger_hits_what_it_aims_at(string path) => stage.VisitAsync(new View(Phone), async page =>
    {
        await page.GotoAsync(path);

        AreLargeEnough(await page.TargetsAsync());
    });

    [BrowserTheory]
    [MemberData(nameof(Desk))]
    public Task So_it_does_on_the_desk(string path) => stage.VisitAsync(new View(Phone), async page =>
    {
        await stage.Site.FillAsync();
        await page.Context.ComeInAsync(stage.Site, await stage.Site.AccountAsync(Role.Administrator));

        await page.GotoAsync(await stage.Site.PathAsync(path));

        AreLargeEnough(await page.TargetsAsync());
    });

    [BrowserFact]
    public Task So_it_does_after_applying() => stage.VisitAsync(new View(Phone), async page =>
    {
        await page.ToCompletionAsync("fingers@example.jp");

        AreLargeEnough(await page.TargetsAsync());
    });

    private static void AreLargeEnough(Target[] targets)
    {
        var tiny = targets.Where(t => Math.Min(t.Width, t.Height) < 24).ToList();
        var low = targets.Where(t => t.Height < 43.5).ToList();

        Assert.NotEmpty(targets);
        Assert.True(tiny.Count == 0 && low.Count * 10 <= targets.Length, $"{low.Count} of {targets.Length} are low:\n{string.Join('\n', low.Concat(tiny))}");
    }
}
