using System.Runtime.CompilerServices;
using Microsoft.Playwright;

namespace Shiojiri.CxoLab.BrowserTests.Testing;

/// <summary>The sites of a test class, each started when a test first asks for it.</summary>
public sealed class Stage : IAsyncLifetime
{
    private readonly Dictionary<string, BrowserSite> _sites = [];

    /// <summary>The site in the midst of recruitment.</summary>
    internal BrowserSite Site => SiteAt("2022-06-10T09:00:00+09:00");

    internal BrowserSite SiteAt(string startsAt)
    {
        if (!_sites.TryGetValue(startsAt, out var site))
        {
            _sites[startsAt] = site = BrowserSite.Start(startsAt);
        }

        return site;
    }

    /// <summary>Visits the site with a fresh profile. When the visit fails, what every tab showed is kept in TestResults.</summary>
    internal async Task VisitAsync(View view, Func<IPage, Task> visit, BrowserSite? site = null, [CallerMemberName] string test = "")
    {
        await using var context = await (await Browser.RunningAsync()).OpenAsync(site ?? Site, view);
        try
        {
            await visit(await context.NewPageAsync());
        }
        catch
        {
            await KeepAsync(context, $"{test}-{view.Width}{(view.Script ? "" : "-without-script")}");
            throw;
        }
    }

    Task IAsyncLifetime.InitializeAsync() => Task.CompletedTask;

    async Task IAsyncLifetime.DisposeAsync()
    {
        foreach (var site in _sites.Values)
        {
            await site.DisposeAsync();
        }
    }

    private static async Task KeepAsync(IBrowserContext context, string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "../../../TestResults/pages")).FullName;
        for (var tab = 0; tab < context.Pages.Count; tab++)
        {
            try
            {
                var path = Path.Combine(folder, $"{name}-{tab + 1}");
                await File.WriteAllTextAsync($"{path}.html", await context.Pages[tab].ContentAsync());
                await context.Pages[tab].ScreenshotAsync(new PageScreenshotOptions { Path = $"{path}.png", FullPage = true });
            }
            catch (Exception trouble) when (trouble is PlaywrightException or TimeoutException)
            {
                // The test's own failure is what matters; a tab that can't be photographed must not hide it.
            }
        }
    }
}
