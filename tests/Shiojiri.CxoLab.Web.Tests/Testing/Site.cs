using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Hosting;
using Shiojiri.CxoLab.Web.Hosting.Keys;

namespace Shiojiri.CxoLab.Web.Tests.Testing;

/// <summary>The real site on a SQLite file of its own, with a programme clock that the test sets. Mails land in a folder.</summary>
internal sealed class Site : WebApplicationFactory<Program>
{
    private static readonly SemaphoreSlim TemplateTurn = new(1, 1);
    private static string? _template;

    private readonly string _folder = Directory.CreateTempSubdirectory("cxolab-").FullName;
    private readonly Dictionary<string, string?> _settings;
    private readonly Action<IServiceCollection>? _services;

    private Site(Dictionary<string, string?> settings, Action<IServiceCollection>? services)
    {
        _settings = settings;
        _services = services;
    }

    /// <summary>The programme's time; 2022-06-10 09:00 in Japan unless the test moves it.</summary>
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2022, 6, 10, 9, 0, 0, JapanTime.Offset));

    public string MailFolder => Path.Combine(_folder, "mail");

    /// <summary>The key that lies outside the database.</summary>
    public string KeyFile => Path.Combine(_folder, "site.key");

    public string DatabaseFile => Path.Combine(_folder, "cxolab.db");

    /// <param name="settings">Settings beyond the usual ones.</param>
    /// <param name="services">Services put in place of the site's own.</param>
    /// <param name="now">The programme's time.</param>
    /// <param name="database">A file to start on a copy of, in place of an empty one.</param>
    public static async Task<Site> StartAsync(
        Dictionary<string, string?>? settings = null, Action<IServiceCollection>? services = null, DateTimeOffset? now = null, string? database = null)
    {
        var site = new Site(settings ?? [], services);
        File.Copy(database ?? await TemplateAsync(), site.DatabaseFile);
        await File.WriteAllTextAsync(site.KeyFile, Convert.ToBase64String(new byte[32]));
        if (now is { } start)
        {
            site.Clock.SetUtcNow(start);
        }

        return site;
    }

    public HttpClient Visitor(bool followsRedirects = true) =>
        CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = followsRedirects, BaseAddress = new Uri("http://localhost") });

    /// <summary>Runs against the site's own database.</summary>
    public async Task<T> InDatabaseAsync<T>(Func<CxoLabDb, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<CxoLabDb>());
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(_settings.GetValueOrDefault("environment") ?? "Development");
        builder.UseSetting("Data:Folder", _folder);
        builder.UseSetting("Secrets:KeyFile", KeyFile);
        builder.UseSetting("Programme:DemoStartsAt", "");
        builder.UseSetting("FormGuard:MinimumSeconds", "0");
        builder.UseSetting("FormGuard:PerMinute", "1000");
        builder.UseSetting("FormGuard:PerHour", "1000");
        builder.UseSetting("FormGuard:StepsPerMinute", "10000");
        builder.UseSetting("Staff:SignInsPerMinute", "1000");
        builder.UseSetting("Serilog:MinimumLevel:Default", "Fatal");
        foreach (var (key, value) in _settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureTestServices(services =>
        {
            services.RemoveAll<ProgrammeClock>();
            services.AddSingleton(provider => new ProgrammeClock(Clock, provider.GetRequiredService<IOptions<ProgrammeSettings>>()));
            services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 1_000); // slow is for attackers, not for tests
            _services?.Invoke(services);
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && Directory.Exists(_folder))
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(_folder, recursive: true);
        }
    }

    // Migrating takes longer than most tests; every site starts from a copy of one migrated file.
    internal static async Task<string> TemplateAsync()
    {
        await TemplateTurn.WaitAsync();
        try
        {
            if (_template is null)
            {
                var path = Path.Combine(Directory.CreateTempSubdirectory("cxolab-template-").FullName, "cxolab.db");
                using var services = new ServiceCollection()
                    .AddSingleton(new SiteKeys([new byte[32]]))
                    .AddSingleton<SqliteWriteTurn>()
                    .AddDbContext<CxoLabDb, SqliteCxoLabDb>(options => DatabaseSetup.UseSqlite(options, $"Data Source={path}"))
                    .BuildServiceProvider();
                await services.MigrateAsync(CancellationToken.None);
                await using (var scope = services.CreateAsyncScope())
                {
                    await scope.ServiceProvider.GetRequiredService<CxoLabDb>().Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
                }

                SqliteConnection.ClearAllPools();
                _template = path;
            }

            return _template;
        }
        finally
        {
            TemplateTurn.Release();
        }
    }
}
