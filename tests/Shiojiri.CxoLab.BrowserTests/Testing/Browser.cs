using Microsoft.Playwright;

namespace Shiojiri.CxoLab.BrowserTests.Testing;

/// <summary>The one Chromium of a run; each visit gets a profile of its own.</summary>
internal sealed class Browser(IPlaywright playwright, IBrowser chromium) : IAsyncDisposable
{
    private static readonly Lazy<Task<Browser>> Launched = new(LaunchAsync);

    // Milliseconds; far more than anything takes, for machines that have more to do.
    private const float Patience = 15_000;

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    public static Task<Browser> RunningAsync() => Launched.Value;

    public async Task<IBrowserContext> OpenAsync(BrowserSite site, View view)
    {
        var context = await chromium.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = site.Address.ToString(),
            ViewportSize = new ViewportSize { Width = view.Width, Height = 844 },
            JavaScriptEnabled = view.Script,
            BypassCSP = view.Axe,
            ForcedColors = view.ForcedColours ? ForcedColors.Active : ForcedColors.None,
            ReducedMotion = ReducedMotion.Reduce,
            Locale = "ja-JP",
            TimezoneId = "Asia/Tokyo",
        });
        context.SetDefaultTimeout(Patience);
        return context;
    }

    public async ValueTask DisposeAsync()
    {
        await chromium.DisposeAsync();
        playwright.Dispose();
    }

    private static async Task<Browser> LaunchAsync()
    {
        var path = Chromium.Path ?? throw new InvalidOperationException(Chromium.Missing);
        var playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(Patience);
        var chromium = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = path, Args = Arguments, Headless = true });
        var browser = new Browser(playwright, chromium);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => browser.DisposeAsync().AsTask().Wait(TimeSpan.FromSeconds(5));
        return browser;
    }
}

/// <summary>How somebody looks at the site. With axe the content security policy is off, since axe puts its own script into the page.</summary>
internal sealed record View(int Width = 1280, bool Script = true, bool Axe = false, bool ForcedColours = false);
