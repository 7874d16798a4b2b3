using System.IO.Compression;
using Microsoft.Playwright;
using Shiojiri.CxoLab.BrowserTests.Testing;

namespace Shiojiri.CxoLab.BrowserTests;

/// <summary>What a page weighs on the wire on a first visit, with headers, style sheets, script and every drawing down to its foot, files as publish packs them.</summary>
public sealed class PageWeightTests(Stage stage) : IClassFixture<Stage>
{
    private const int Home = 60;
    private const int Others = 40;

    private static readonly string[] Folders = ["/css/", "/js/", "/img/"];

    [BrowserTheory]
    [InlineData("/", Home)]
    [InlineData("/program", Others)]
    [InlineData("/recruit", Others)]
    [InlineData("/schedule", Others)]
    [InlineData("/projects", Others)]
    [InlineData("/projects/wainari", Others)]
    [InlineData("/briefings", Others)]
    [InlineData("/faq", Others)]
    [InlineData("/privacy", Others)]
    [InlineData("/legal", Others)]
    [InlineData("/contact", Others)]
    [InlineData("/accessibility", Others)]
    [InlineData("/apply", Others)]
    public async Task A_first_visit_stays_within_its_weight(string path, int mostKilobytes)
    {
        foreach (var width in new[] { 390, 1280 })
        {
            await stage.VisitAsync(new View(width), async page =>
            {
                var weights = await WeighAsync(page, path);

                Assert.True(weights.Count > 3, $"only {string.Join(", ", weights)}");
                Assert.All(weights.Where(w => Folders.Any(folder => w.Path.StartsWith(folder, StringComparison.Ordinal))), w => Assert.True(IsNamedByContent(w.Path), w.Path));
                Assert.True(
                    weights.Sum(w => w.Bytes) <= mostKilobytes * 1024,
                    $"{path} at {width} px: {weights.Sum(w => w.Bytes)} bytes\n{string.Join('\n', weights.OrderByDescending(w => w.Bytes))}");
            });
        }
    }

    // But for the arrow of a list of choices, which the style sheet names.
    private static bool IsNamedByContent(string path) => path.Split('.') is [_, { Length: 10 }, _] or ["/img/select", _];

    private static async Task<List<(string Path, double Bytes)>> WeighAsync(IPage page, string path)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        var (paths, wire, answers) = (new Dictionary<string, string>(), new Dictionary<string, double>(), new List<IResponse>());
        session.Event("Network.requestWillBeSent").OnEvent += (_, sent) =>
            paths[sent!.Value.GetProperty("requestId").GetString()!] = new Uri(sent.Value.GetProperty("request").GetProperty("url").GetString()!).AbsolutePath;
        session.Event("Network.loadingFinished").OnEvent += (_, done) =>
            wire[done!.Value.GetProperty("requestId").GetString()!] = done.Value.GetProperty("encodedDataLength").GetDouble();
        page.Response += (_, answer) => answers.Add(answer);
        await session.SendAsync("Network.enable");
        await page.GotoAsync(path);
        await page.EvaluateAsync(
            """
            Promise.all([...document.images].map(picture => {
                picture.loading = 'eager';
                return picture.complete || new Promise(done => picture.onload = picture.onerror = done);
            }))
            """);
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await session.DetachAsync();
        var files = new Dictionary<string, (int Plain, int Packed)>();
        foreach (var file in answers.Where(f => Folders.Any(folder => new Uri(f.Url).AbsolutePath.StartsWith(folder, StringComparison.Ordinal))))
        {
            var body = await file.BodyAsync();
            files[new Uri(file.Url).AbsolutePath] = (body.Length, Packed(body));
        }

        // In development files leave as they are; a published site has packed them beforehand.
        return [.. wire.Select(w => (Path: paths[w.Key], Bytes: w.Value)).Select(w =>
            files.TryGetValue(w.Path, out var file) && w.Bytes >= file.Plain ? (w.Path, w.Bytes - file.Plain + file.Packed) : w)];
    }

    private static int Packed(byte[] body)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            brotli.Write(body);
        }

        return Math.Min((int)packed.Length, body.Length);
    }
}
