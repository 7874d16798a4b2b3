using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Playwright;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Inquiries;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Samples;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.BrowserTests.Testing;

/// <summary>A site's staff and the sixty made-up applicants on their desk.</summary>
internal static class DeskSite
{
    public const string Password = "なが野の森で会いましょう";

    /// <summary>The account of that name, made when it is not there yet.</summary>
    public static async Task<StaffAccount> AccountAsync(this BrowserSite site, Role role, string? name = null)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<StaffAccount>>();
        name ??= $"事務局 {role.Label()}";
        var email = $"{Convert.ToHexStringLower(Encoding.UTF8.GetBytes(name))[^16..]}@staff.example.jp";
        if (await accounts.FindByNameAsync(email) is { } known)
        {
            return known;
        }

        var account = StaffAccounts.New(email, name, role, null, TimeProvider.System.GetUtcNow().UtcDateTime);
        Assert.True((await accounts.CreateAsync(account, Password)).Succeeded);
        return account;
    }

    /// <summary>Signs a browser in without its sign-in page, for tests of what comes after.</summary>
    /// <param name="since">How long ago; after a quarter of an hour the password is asked for again.</param>
    public static async Task ComeInAsync(this IBrowserContext visit, BrowserSite site, StaffAccount account, TimeSpan since = default)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var (db, key) = (scope.ServiceProvider.GetRequiredService<CxoLabDb>(), RandomToken.Draw());
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        db.Add(new StaffSession
        {
            KeyHash = StaffSessions.Hash(key),
            AccountId = account.Id,
            Stamp = account.SecurityStamp!,
            StartedUtc = now - since,
            ConfirmedUtc = now - since,
            LastSeenUtc = now,
            Device = "Chrome Linux",
        });
        await db.SaveChangesAsync();
        var options = scope.ServiceProvider.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var ticket = new AuthenticationTicket(
            new(CurrentStaff.IdentityOf(account, key, now, IdentityConstants.ApplicationScheme)),
            new AuthenticationProperties { ExpiresUtc = now + StaffSessions.Longest, IssuedUtc = now },
            IdentityConstants.ApplicationScheme);
        await visit.AddCookiesAsync([new Cookie { Name = options.Cookie.Name!, Value = options.TicketDataFormat.Protect(ticket), Url = site.Address.ToString() }]);
    }

    /// <summary>Puts the samples on the desk, and a question that was answered, once.</summary>
    public static async Task FillAsync(this BrowserSite site)
    {
        await using var scope = site.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SampleDataService>().FillAsync(Actor.CommandLine, CancellationToken.None);
        var db = scope.ServiceProvider.GetRequiredService<CxoLabDb>();
        if (!await db.Inquiries.AnyAsync(i => i.Name == "例文 ゆき"))
        {
            var application = await db.Applications.OrderBy(a => a.Id).FirstAsync();
            var inquiry = new Inquiry(new(RandomToken.Draw(), InquiryKind.Payment, "例文 ゆき", "yuki@example.jp", application.Number, "参加費のことで質問です。"), application.Id, application.ReceivedUtc);
            inquiry.Answer("お返事です。", Guid.NewGuid(), closes: false, new Actor(null, "事務局 見本"), application.ReceivedUtc);
            inquiry.Change(InquiryStatus.Open, null);
            db.Add(inquiry);
            await db.SaveChangesAsync();
        }
    }

    public static async Task<T> InDatabaseAsync<T>(this BrowserSite site, Func<CxoLabDb, Task<T>> work)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<CxoLabDb>());
    }

    public static Task<Application> ApplicationOfAsync(this BrowserSite site, string name) =>
        site.InDatabaseAsync(db => db.Applications.AsNoTracking().SingleAsync(a => a.Name == name));

    /// <summary>Fills in what is drawn by lot: {受付}, {参加確定}, {辞退}, {送信済み}, {送信失敗}, {職員}, {問い合わせ}.</summary>
    public static Task<string> PathAsync(this BrowserSite site, string path) => site.InDatabaseAsync(async db =>
    {
        var text = new StringBuilder(path);
        foreach (var decision in Enum.GetValues<ApplicationStatus>().Where(d => path.Contains($"{{{d.Label()}}}", StringComparison.Ordinal)))
        {
            text.Replace($"{{{decision.Label()}}}", await db.Applications.Where(a => a.Status == decision).OrderBy(a => a.Id).Select(a => a.Number).FirstAsync());
        }

        foreach (var (word, state) in new[] { ("{送信済み}", MailState.Sent), ("{送信失敗}", MailState.Failed) }.Where(w => path.Contains(w.Item1, StringComparison.Ordinal)))
        {
            text.Replace(word, (await db.OutgoingMails.Where(m => m.State == state && m.ApplicationId != null).OrderBy(m => m.Id).Select(m => m.Key).FirstAsync()).ToString());
        }

        if (path.Contains("{問い合わせ}", StringComparison.Ordinal))
        {
            text.Replace("{問い合わせ}", await db.Inquiries.Where(i => i.Name == "例文 ゆき").Select(i => i.Key).SingleAsync());
        }

        var colleague = await db.StaffAccounts.OrderBy(a => a.Id).Where(a => a.DisabledUtc != null).Select(a => a.Id).FirstOrDefaultAsync();
        return text.Replace("{職員}", colleague.ToString(System.Globalization.CultureInfo.InvariantCulture)).ToString();
    });
}
