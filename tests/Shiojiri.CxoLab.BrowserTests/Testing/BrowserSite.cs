using System.Diagnostics;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Web.Data;

namespace Shiojiri.CxoLab.BrowserTests.Testing;

/// <summary>The real site on a free port of this machine, with a SQLite file and a mail folder of its own.</summary>
internal sealed class BrowserSite : WebApplicationFactory<Program>
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cxolab-browser-").FullName;
    private readonly string _startsAt;
    private readonly string _publicUrl;

    private BrowserSite(string startsAt, string publicUrl)
    {
        _startsAt = startsAt;
        _publicUrl = publicUrl;
    }

    /// <summary>Where a browser finds the site, such as http://127.0.0.1:40123.</summary>
    public Uri Address { get; private set; } = null!;

    /// <param name="startsAt">The programme's time at the start, ISO 8601 with offset.</param>
    public static BrowserSite Start(string startsAt)
    {
        var site = new BrowserSite(startsAt, "http://localhost");
        site.UseKestrel(0);
        site.StartServer();
        site.Address = new Uri(site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        return site;
    }

    /// <summary>A site that knows its address by name and port, as passkeys do.</summary>
    public static BrowserSite StartAtLocalhost(string startsAt)
    {
        using var free = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        free.Start();
        var port = ((System.Net.IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        var site = new BrowserSite(startsAt, $"http://localhost:{port}");
        site.UseKestrel(port);
        site.StartServer();
        site.Address = new Uri($"http://localhost:{port}");
        return site;
    }

    public async Task<List<Application>> ApplicationsOfAsync(string email)
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CxoLabDb>().Applications.AsNoTracking().Where(a => a.Email == email).ToListAsync();
    }

    /// <summary>
    /// All mails to somebody, from the folder. A mail is queued in the save that stores its cause, so once a page has answered it is
    /// known how many are to come; they are waited for.
    /// </summary>
    public async Task<MimeMessage[]> MailsToAsync(string email)
    {
        var queued = await QueuedForAsync(email);
        var patience = Stopwatch.StartNew();
        while (true)
        {
            var mails = await ReadFolderAsync(email);
            if (mails.Length >= queued || patience.Elapsed > TimeSpan.FromSeconds(10))
            {
                return mails;
            }

            await Task.Delay(50);
        }
    }

    /// <summary>The newest mail with these words in its subject, waited for: what staff do is mailed a moment later.</summary>
    public async Task<MimeMessage> MailAsync(string email, string subject)
    {
        var patience = Stopwatch.StartNew();
        while (true)
        {
            var mails = await ReadFolderAsync(email);
            if (mails.Where(mail => mail.Subject!.Contains(subject, StringComparison.Ordinal)).MaxBy(mail => mail.Date) is { } found)
            {
                return found;
            }

            Assert.True(patience.Elapsed < TimeSpan.FromSeconds(15), $"No mail to {email}: {subject}");
            await Task.Delay(50);
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("Data:Folder", _folder);
        builder.UseSetting("Site:PublicBaseUrl", _publicUrl);
        builder.UseSetting("Programme:DemoStartsAt", _startsAt);
        builder.UseSetting("FormGuard:MinimumSeconds", "0");
        builder.UseSetting("FormGuard:PerMinute", "1000");
        builder.UseSetting("FormGuard:PerHour", "1000");
        builder.UseSetting("FormGuard:StepsPerMinute", "10000");
        builder.UseSetting("FormGuard:SummariesPerMinute", "10000");
        builder.UseSetting("Staff:SignInsPerMinute", "1000");
        builder.UseSetting("Serilog:MinimumLevel:Default", "Fatal");
        builder.UseSetting("Serilog:MinimumLevel:Override:Microsoft.Hosting.Lifetime", "Fatal");
        builder.ConfigureTestServices(services =>
            services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 1_000)); // slow is for attackers, not for tests
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

    private async Task<int> QueuedForAsync(string email)
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CxoLabDb>().OutgoingMails.CountAsync(m => m.Recipient == email);
    }

    private async Task<MimeMessage[]> ReadFolderAsync(string email)
    {
        var folder = Path.Combine(_folder, "mail");
        if (!Directory.Exists(folder))
        {
            return [];
        }

        var mails = await Task.WhenAll(Directory.GetFiles(folder, "*.eml").Select(path => MimeMessage.LoadAsync(path)));
        return [.. mails.Where(mail => mail.To.Mailboxes.Any(to => to.Address == email))];
    }
}
