using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Shiojiri.CxoLab.Web.Data;

namespace Shiojiri.CxoLab.Web.Tests.Testing;

/// <summary>
/// The real site on a database of its own, with a programme clock that the test sets. Mails land in a folder. Starting a site costs more
/// than most tests: one without settings and services of its own is used by one test after the other, and each of them finds it with
/// the first content and nothing else, the mail folder empty and the clock at its start.
/// </summary>
internal sealed class Site : IDisposable, IAsyncDisposable
{
    private readonly SiteHost _host;
    private bool _given;

    private Site(SiteHost host) => _host = host;

    /// <summary>The programme's time; 2022-06-10 09:00 in Japan unless the test moves it.</summary>
    public FakeTimeProvider Clock { get; private init; } = new(new DateTimeOffset(2022, 6, 10, 9, 0, 0, JapanTime.Offset));

    public IServiceProvider Services => _host.Services;

    public TestServer Server => _host.Server;

    public string MailFolder => _host.MailFolder;

    /// <summary>The key that lies outside the database.</summary>
    public string KeyFile => _host.KeyFile;

    /// <summary>The SQLite file.</summary>
    public string DatabaseFile => _host.Database.File;

    /// <summary>What a second site is told so that it works on this one's database.</summary>
    public Dictionary<string, string?> DatabaseSettings => _host.Database.Settings;

    /// <param name="services">Services put in place of the site's own. What is no static method makes a site that one test alone uses.</param>
    /// <param name="time">The real time, where a test moves that too.</param>
    /// <param name="database">A SQLite file to start on a copy of.</param>
    public static async Task<Site> StartAsync(
        Dictionary<string, string?>? settings = null, Action<IServiceCollection>? services = null, DateTimeOffset? now = null, FakeTimeProvider? time = null,
        string? database = null)
    {
        var host = await SitePool.TakeAsync(settings, services, time is not null, database);
        var site = new Site(host);
        if (now is { } start)
        {
            site.Clock.SetUtcNow(start);
        }

        await host.OpenAsync(site.Clock, time, services?.Target as DatabaseWatch);
        return site;
    }

    public HttpClient Visitor(bool followsRedirects = true) =>
        CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = followsRedirects, BaseAddress = new Uri("http://localhost") });

    public HttpClient CreateClient(WebApplicationFactoryClientOptions options) => _host.CreateClient(options);

    /// <summary>Has the site look at what it holds in memory, after something was changed past it.</summary>
    public async Task ReadAnewAsync()
    {
        await InDatabaseAsync(db => db.SiteStamps.ExecuteUpdateAsync(set => set.SetProperty(s => s.Value, Guid.NewGuid())));
        await Services.GetRequiredService<SiteSnapshot>().RefreshAsync(CancellationToken.None);
    }

    /// <summary>Runs against the site's own database.</summary>
    public async Task<T> InDatabaseAsync<T>(Func<CxoLabDb, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<CxoLabDb>());
    }

    public void Dispose()
    {
        if (!_given)
        {
            _given = true;
            SitePool.Give(_host);
            _host.Replayed.AssertNone();
        }
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
