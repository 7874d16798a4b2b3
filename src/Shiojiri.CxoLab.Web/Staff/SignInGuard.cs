using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Text;
using Shiojiri.CxoLab.Web.Data;

namespace Shiojiri.CxoLab.Web.Staff;

/// <summary>
/// Stops guessing. Each try is counted before it is looked at, so that many at the same moment are not more than five; the fifth
/// wrong one closes the account's door for 15 minutes, the next time for 30, and so on up to a day.
/// </summary>
internal sealed class SignInGuard(CxoLabDb db, IPasswordHasher<StaffAccount> hasher, SignInLog journal, TimeProvider time)
{
    private const int MostFailures = 5;

    private static readonly TimeSpan FirstLock = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan LongestLock = TimeSpan.FromHours(24);

    // Made once in the life of the process: what is compared when there is nobody to compare with.
    private static string? _nobodysHash;

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    public Task<StaffAccount?> FindAsync(string? email, CancellationToken ct)
    {
        var name = EmailAddress.TryParse(email, out var address) is null ? address.ToUpperInvariant() : "";
        return db.StaffAccounts.SingleOrDefaultAsync(a => a.NormalizedUserName == name, ct);
    }

    /// <summary>
    /// The account whose password this is, or null. Takes as long, whether there is such an account, whether it is closed, locked
    /// or just has another password.
    /// </summary>
    public async Task<StaffAccount?> CheckPasswordAsync(string? email, string? password, CancellationToken ct)
    {
        var account = await FindAsync(email, ct);
        return await CheckPasswordAsync(account, password, "password", ct) ? account : null;
    }

    public async Task<bool> CheckPasswordAsync(StaffAccount? account, string? password, string way, CancellationToken ct)
    {
        var isOpen = await CountAsync(account?.Id ?? 0, ct) && account?.PasswordHash is not null;
        var hash = isOpen ? account!.PasswordHash! : _nobodysHash ??= hasher.HashPassword(new StaffAccount(), Guid.NewGuid().ToString());
        var verdict = hasher.VerifyHashedPassword(account ?? new StaffAccount(), hash, password ?? "");
        if (!isOpen || verdict == PasswordVerificationResult.Failed)
        {
            await FailAsync(account, isOpen, way, ct);
            return false;
        }

        if (verdict == PasswordVerificationResult.SuccessRehashNeeded)
        {
            account!.PasswordHash = hasher.HashPassword(account, password!);
        }

        await TakeBackAsync(account!.Id, ct);
        return true;
    }

    /// <summary>Lets a second step be tried, under the same count. False when the door is closed or the step was wrong.</summary>
    public async Task<bool> CheckStepAsync(StaffAccount account, string way, Func<Task<bool>> step, CancellationToken ct)
    {
        var isOpen = await CountAsync(account.Id, ct);
        if (isOpen && await step())
        {
            await TakeBackAsync(account.Id, ct);
            return true;
        }

        await FailAsync(account, isOpen, way, ct);
        return false;
    }

    /// <summary>Somebody has signed in wholly: what went wrong before is forgotten.</summary>
    public Task ForgetAsync(StaffAccount account, CancellationToken ct) => db.WriteAsync(
        token => db.StaffAccounts.Where(a => a.Id == account.Id).ExecuteUpdateAsync(
            set => set.SetProperty(a => a.AccessFailedCount, 0).SetProperty(a => a.Lockouts, 0).SetProperty(a => a.LockoutEnd, (DateTimeOffset?)null), token),
        ct);

    private async Task<bool> CountAsync(int id, CancellationToken ct)
    {
        DateTimeOffset? now = time.GetUtcNow();
        return await db.WriteAsync(
            token => db.StaffAccounts
                .Where(a => a.Id == id && a.DisabledUtc == null && a.AccessFailedCount < MostFailures && (a.LockoutEnd == null || a.LockoutEnd <= now))
                .ExecuteUpdateAsync(set => set.SetProperty(a => a.AccessFailedCount, a => a.AccessFailedCount + 1), token),
            ct) == 1;
    }

    private Task<int> TakeBackAsync(int id, CancellationToken ct) => db.WriteAsync(
        token => db.StaffAccounts.Where(a => a.Id == id && a.AccessFailedCount > 0)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.AccessFailedCount, a => a.AccessFailedCount - 1), token),
        ct);

    private async Task FailAsync(StaffAccount? account, bool wasCounted, string way, CancellationToken ct)
    {
        if (account is null || !wasCounted)
        {
            journal.Refused(account, way);
        }
        else
        {
            journal.Failed(account, way);
        }

        if (account is not null)
        {
            await LockWhenDueAsync(account, ct);
            await db.SaveChangesAsync(ct);
        }
    }

    private async Task LockWhenDueAsync(StaffAccount account, CancellationToken ct)
    {
        var before = await db.StaffAccounts.Where(a => a.Id == account.Id).Select(a => a.Lockouts).SingleAsync(ct);
        var length = TimeSpan.FromTicks(Math.Min(FirstLock.Ticks << Math.Min(before, 10), LongestLock.Ticks));
        DateTimeOffset? until = new DateTimeOffset(Now + length, TimeSpan.Zero);
        var locked = await db.WriteAsync(
            token => db.StaffAccounts.Where(a => a.Id == account.Id && a.AccessFailedCount >= MostFailures && a.Lockouts == before)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(a => a.AccessFailedCount, 0).SetProperty(a => a.Lockouts, before + 1).SetProperty(a => a.LockoutEnd, until), token),
            ct);
        if (locked == 1)
        {
            journal.LockedOut(account, length);
        }
    }
}
