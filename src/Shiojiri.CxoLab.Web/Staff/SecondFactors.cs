using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;

namespace Shiojiri.CxoLab.Web.Staff;

/// <summary>The second step of signing in (2段階認証): an authenticator app's code, or a recovery code in its place.</summary>
internal sealed class SecondFactors(CxoLabDb db, PasskeyService passkeys, AuditTrail audit, TotpSecretProtector protector, TimeProvider time)
{
    private const string Keeper = "CxoLab";
    private const string Secret = "Totp";
    private const string Codes = "RecoveryCodes";

    private DbSet<IdentityUserToken<int>> Tokens => db.Set<IdentityUserToken<int>>();

    /// <summary>Whether the code is right and has not been used; of two who send it at once one is taken.</summary>
    public async Task<bool> TakeCodeAsync(StaffAccount account, string? code, CancellationToken ct)
    {
        var secret = await Tokens.Where(t => t.UserId == account.Id && t.LoginProvider == Keeper && t.Name == Secret).Select(t => t.Value).SingleOrDefaultAsync(ct);
        if (protector.Open(secret) is not { } opened || Totp.StepOf(opened, code, time.GetUtcNow().UtcDateTime) is not { } step)
        {
            return false;
        }

        return await db.WriteAsync(
            token => db.StaffAccounts.Where(a => a.Id == account.Id && a.LastCodeStep < step)
                .ExecuteUpdateAsync(set => set.SetProperty(a => a.LastCodeStep, step), token),
            ct) == 1;
    }

    /// <summary>As <see cref="TakeCodeAsync"/> for a recovery code, which is used up by it.</summary>
    public async Task<bool> TakeRecoveryCodeAsync(StaffAccount account, string? code, CancellationToken ct)
    {
        var kept = await KeptCodesAsync(account.Id, ct);
        if (kept is null || RecoveryCodes.Without(kept, code) is not { } rest)
        {
            return false;
        }

        return await db.WriteAsync(
            token => Tokens.Where(t => t.UserId == account.Id && t.LoginProvider == Keeper && t.Name == Codes && t.Value == kept)
                .ExecuteUpdateAsync(set => set.SetProperty(t => t.Value, rest), token),
            ct) == 1;
    }

    public async Task<int> CodesLeftAsync(int accountId, CancellationToken ct) => RecoveryCodes.Left(await KeptCodesAsync(accountId, ct));

    /// <summary>
    /// Takes the secret of an app whose code was right a moment ago. All sessions end. Stored with the caller's save; the recovery
    /// codes are readable only now.
    /// </summary>
    public async Task<IReadOnlyList<string>> SetAsync(StaffAccount account, string secret, long step, CancellationToken ct)
    {
        var before = account.IsSecondFactorSet;
        account.TwoFactorEnabled = true;
        account.LastCodeStep = step;
        Renew(account);
        await KeepAsync(account.Id, Secret, protector.Close(secret), ct);
        var (codes, kept) = RecoveryCodes.Draw();
        await KeepAsync(account.Id, Codes, kept, ct);
        audit.Write(AuditAction.SecondFactorSet, account.Email!, new { SecondFactor = before }, new { SecondFactor = true });
        return codes;
    }

    public async Task<IReadOnlyList<string>> RenewCodesAsync(StaffAccount account, CancellationToken ct)
    {
        var (codes, kept) = RecoveryCodes.Draw();
        await KeepAsync(account.Id, Codes, kept, ct);
        audit.Write(AuditAction.RecoveryCodesMade, account.Email!);
        return codes;
    }

    /// <summary>Takes the second factor away, with recovery codes and passkeys. All sessions end. Stored with the caller's save.</summary>
    public async Task RemoveAsync(StaffAccount account, CancellationToken ct)
    {
        account.TwoFactorEnabled = false;
        Renew(account);
        db.RemoveRange(await Tokens.Where(t => t.UserId == account.Id && t.LoginProvider == Keeper && (t.Name == Secret || t.Name == Codes)).ToListAsync(ct));
        await passkeys.RemoveAllAsync(account, ct);
        audit.Write(AuditAction.SecondFactorRemoved, account.Email!, new { SecondFactor = true }, new { SecondFactor = false });
    }

    /// <summary>Every session that was started before this is over.</summary>
    public static void Renew(StaffAccount account)
    {
        account.SecurityStamp = Guid.NewGuid().ToString("N");
        account.ConcurrencyStamp = Guid.NewGuid().ToString("N");
    }

    private Task<string?> KeptCodesAsync(int accountId, CancellationToken ct) =>
        Tokens.Where(t => t.UserId == accountId && t.LoginProvider == Keeper && t.Name == Codes).Select(t => t.Value).SingleOrDefaultAsync(ct);

    private async Task KeepAsync(int accountId, string name, string value, CancellationToken ct)
    {
        var row = await Tokens.SingleOrDefaultAsync(t => t.UserId == accountId && t.LoginProvider == Keeper && t.Name == name, ct);
        if (row is null)
        {
            db.Add(row = new IdentityUserToken<int> { UserId = accountId, LoginProvider = Keeper, Name = name });
        }

        row.Value = value;
    }
}
