using System.Runtime.ExceptionServices;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Web.Data;

namespace Shiojiri.CxoLab.Web.Staff;

/// <summary>
/// Sign-ins that can be ended from here. Every request asks the database whether its session still stands: not ended, not idle for
/// 60 minutes, not older than 12 hours, the account open and its security stamp the same.
/// </summary>
internal sealed class StaffSessions(CxoLabDb db, TimeProvider time)
{
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(60);
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    /// <summary>How often a session's last use is written down.</summary>
    private static readonly TimeSpan Touch = TimeSpan.FromMinutes(1);

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>
    /// Starts a session, stored together with whatever else the caller has to save, and then gives the browser its cookie: when the
    /// save fails, the cookie that is there stays.
    /// </summary>
    public async Task StartAsync(HttpContext context, StaffAccount account, CancellationToken ct)
    {
        var key = RandomToken.Draw();
        var now = Now;
        var device = context.Request.Headers.UserAgent.ToString();
        db.Add(new StaffSession
        {
            KeyHash = Hash(key),
            AccountId = account.Id,
            Stamp = account.SecurityStamp!,
            StartedUtc = now,
            ConfirmedUtc = now,
            LastSeenUtc = now,
            Device = device.Length <= 200 ? device : device[..200],
        });
        await db.SaveChangesAsync(ct);
        await context.SignInAsync(
            IdentityConstants.ApplicationScheme,
            new ClaimsPrincipal(CurrentStaff.IdentityOf(account, key, now, IdentityConstants.ApplicationScheme)),
            new AuthenticationProperties { IsPersistent = false, AllowRefresh = false, ExpiresUtc = now + Longest });
    }

    /// <summary>
    /// Reads the session and its account anew; refuses the cookie when either does not stand any more. When the database cannot be
    /// asked, nobody is signed in and <see cref="Trouble"/> says why: the page that tells of it comes by here too.
    /// </summary>
    public async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        try
        {
            await ReadAsync(context);
        }
        catch (Exception trouble) when (DatabaseTrouble.Is(trouble))
        {
            context.HttpContext.Items[typeof(StaffSessions)] = new Unanswered(context.Principal!, ExceptionDispatchInfo.Capture(trouble));
            context.RejectPrincipal();
        }
    }

    /// <summary>What kept the database from saying who is there; null when it said so.</summary>
    public static ExceptionDispatchInfo? Trouble(HttpContext context) => (context.Items[typeof(StaffSessions)] as Unanswered)?.Trouble;

    /// <summary>Whom the cookie names that the database was not asked about. For the token of a form that comes back, and for nothing else.</summary>
    public static ClaimsPrincipal? Unconfirmed(HttpContext context) => (context.Items[typeof(StaffSessions)] as Unanswered)?.Cookie;

    private async Task ReadAsync(CookieValidatePrincipalContext context)
    {
        if (context.Principal?.FindFirstValue(CurrentStaff.SessionClaim) is { } key && await FindAsync(key, context.HttpContext.RequestAborted) is var (session, account))
        {
            context.ReplacePrincipal(new ClaimsPrincipal(CurrentStaff.IdentityOf(account, key, session.ConfirmedUtc, IdentityConstants.ApplicationScheme)));
            return;
        }

        context.RejectPrincipal();

        // The second click of two may come with the cookie of before, while the first one's answer brings the new one.
        if (!HttpMethods.IsPost(context.Request.Method))
        {
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        }
    }

    /// <summary>The person has proved once more who they are.</summary>
    public Task ConfirmAsync(string key, CancellationToken ct)
    {
        var hash = Hash(key);
        var now = Now;
        return UpdateAsync(s => s.KeyHash == hash, set => set.SetProperty(s => s.ConfirmedUtc, now), ct);
    }

    public Task EndAsync(string key, CancellationToken ct)
    {
        var hash = Hash(key);
        var now = Now;
        return UpdateAsync(s => s.KeyHash == hash && s.EndedUtc == null, set => set.SetProperty(s => s.EndedUtc, now), ct);
    }

    public Task EndAllAsync(int accountId, CancellationToken ct)
    {
        var now = Now;
        return UpdateAsync(s => s.AccountId == accountId && s.EndedUtc == null, set => set.SetProperty(s => s.EndedUtc, now), ct);
    }

    /// <summary>Ends the sessions that began before the account's security stamp was renewed.</summary>
    public Task EndOlderAsync(StaffAccount account, CancellationToken ct)
    {
        var (now, id, stamp) = (Now, account.Id, account.SecurityStamp!);
        return UpdateAsync(s => s.AccountId == id && s.Stamp != stamp && s.EndedUtc == null, set => set.SetProperty(s => s.EndedUtc, now), ct);
    }

    public static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    private async Task<(StaffSession Session, StaffAccount Account)?> FindAsync(string key, CancellationToken ct)
    {
        var hash = Hash(key);
        var found = await db.StaffSessions.AsNoTracking()
            .Where(s => s.KeyHash == hash)
            .Join(db.StaffAccounts.AsNoTracking(), s => s.AccountId, a => a.Id, (session, account) => new { session, account })
            .SingleOrDefaultAsync(ct);
        var now = Now;
        if (found is null || found.session.EndedUtc is not null || found.account.DisabledUtc is not null
            || found.session.Stamp != found.account.SecurityStamp
            || now - found.session.LastSeenUtc >= Idle || now - found.session.StartedUtc >= Longest)
        {
            return null;
        }

        if (now - found.session.LastSeenUtc >= Touch)
        {
            await UpdateAsync(s => s.KeyHash == hash, set => set.SetProperty(s => s.LastSeenUtc, now), ct);
        }

        return (found.session, found.account);
    }

    private Task<int> UpdateAsync(
        System.Linq.Expressions.Expression<Func<StaffSession, bool>> which,
        Action<Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<StaffSession>> set,
        CancellationToken ct) =>
        db.WriteAsync(token => db.StaffSessions.Where(which).ExecuteUpdateAsync(set, token), ct);

    private sealed record Unanswered(ClaimsPrincipal Cookie, ExceptionDispatchInfo Trouble);
}
