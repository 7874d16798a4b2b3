using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;

namespace Shiojiri.CxoLab.Web.Staff;

/// <summary>What a person may change about how they prove who they are.</summary>
internal sealed class CredentialService(CxoLabDb db, SignInGuard guard, PasswordService passwords, PasskeyService passkeys, AuditTrail audit)
{
    /// <summary>Null when the password was changed; the caller saves. Else which of the two was wrong and why.</summary>
    public async Task<(bool IsCurrent, string Fault)?> ChangePasswordAsync(StaffAccount account, string? current, string? next, CancellationToken ct)
    {
        if (!await guard.CheckPasswordAsync(account, current, "password change", ct))
        {
            return (true, "いまのパスワードが違います。もう一度お確かめください");
        }

        if (current == next)
        {
            return (false, "いまのパスワードと同じです。別のパスワードにしてください");
        }

        return await passwords.ChangeAsync(account, next, account.Actor, ct) is { } fault ? (false, fault) : null;
    }

    public void PasskeyAdded(StaffAccount account, string name) => audit.Write(AuditAction.PasskeyAdded, account.Email!, after: new { Name = name });

    public async Task<bool> RemovePasskeyAsync(StaffAccount account, string id, CancellationToken ct)
    {
        if (await passkeys.RemoveAsync(account, id, ct) is not { } passkey)
        {
            return false;
        }

        audit.Write(AuditAction.PasskeyRemoved, account.Email!, before: new { passkey.Name });
        return true;
    }

    /// <summary>The sign-ins that still stand, the latest first.</summary>
    public Task<List<StaffSession>> SessionsAsync(StaffAccount account, DateTime nowUtc, CancellationToken ct)
    {
        var (idle, start) = (nowUtc - StaffSessions.Idle, nowUtc - StaffSessions.Longest);
        return db.StaffSessions.AsNoTracking()
            .Where(s => s.AccountId == account.Id && s.EndedUtc == null && s.Stamp == account.SecurityStamp && s.LastSeenUtc > idle && s.StartedUtc > start)
            .OrderByDescending(s => s.LastSeenUtc)
            .Take(20)
            .ToListAsync(ct);
    }

    public Task<string?> CohortAsync(int? id, CancellationToken ct) =>
        db.Cohorts.Where(c => c.Id == id).Select(c => (string?)c.Name).SingleOrDefaultAsync(ct);

    /// <summary>Ends every session of the account; the caller says goodbye to the browser.</summary>
    public async Task LeaveEverywhereAsync(StaffAccount account, StaffSessions sessions, CancellationToken ct)
    {
        SecondFactors.Renew(account);
        audit.Write(AuditAction.SignedOutEverywhere, account.Email!);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // The account was changed a moment ago, perhaps by the same button: its sessions end all the same.
            db.Entry(account).State = EntityState.Detached;
            await db.SaveChangesAsync(ct);
        }

        await sessions.EndAllAsync(account.Id, ct);
    }
}
