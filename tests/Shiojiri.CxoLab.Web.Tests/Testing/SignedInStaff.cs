using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Tests.Testing;

/// <summary>Staff: accounts, and browsers that are signed in as them.</summary>
internal static class SignedInStaff
{
    public const string Password = "なが野の森で会いましょう";

    /// <summary>A browser of a staff member who has just signed in. The account is made when it is not there yet.</summary>
    public static async Task<HttpClient> StaffAsync(
        this Site site, Role role, string? name = null, int? cohortId = null, bool followsRedirects = true, DateTime? confirmedUtc = null)
    {
        var visitor = site.Visitor(followsRedirects);
        await using var scope = site.Services.CreateAsyncScope();
        var account = await AccountAsync(scope.ServiceProvider, role, name ?? $"事務局 {role}", cohortId);
        visitor.DefaultRequestHeaders.Add("Cookie", await CookieAsync(scope.ServiceProvider, account, confirmedUtc));
        return visitor;
    }

    private static async Task<StaffAccount> AccountAsync(IServiceProvider services, Role role, string name, int? cohortId)
    {
        var accounts = services.GetRequiredService<UserManager<StaffAccount>>();
        var email = $"{Convert.ToHexStringLower(System.Text.Encoding.UTF8.GetBytes(name))}@staff.example.jp";
        if (await accounts.FindByNameAsync(email) is { } known)
        {
            return known;
        }

        var account = new StaffAccount { UserName = email, Email = email, DisplayName = name, Role = role, CohortId = cohortId, CreatedUtc = DateTime.UnixEpoch, LockoutEnabled = true };
        Assert.True((await accounts.CreateAsync(account, Password)).Succeeded);
        return account;
    }

    // Signing in by the page takes two steps and a slow password hash; most tests are about what comes after.
    private static async Task<string> CookieAsync(IServiceProvider services, StaffAccount account, DateTime? confirmedUtc)
    {
        var key = RandomToken.Draw();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var db = services.GetRequiredService<CxoLabDb>();
        db.Add(new StaffSession
        {
            KeyHash = StaffSessions.Hash(key),
            AccountId = account.Id,
            Stamp = account.SecurityStamp!,
            StartedUtc = now,
            ConfirmedUtc = confirmedUtc ?? now,
            LastSeenUtc = now,
            Device = "test",
        });
        await db.SaveChangesAsync();
        var options = services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var ticket = new AuthenticationTicket(
            new ClaimsPrincipal(CurrentStaff.IdentityOf(account, key, now, IdentityConstants.ApplicationScheme)),
            new AuthenticationProperties { ExpiresUtc = now + StaffSessions.Longest, IssuedUtc = now },
            IdentityConstants.ApplicationScheme);
        return $"{options.Cookie.Name}={options.TicketDataFormat.Protect(ticket)}";
    }
}
