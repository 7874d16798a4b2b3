using Microsoft.AspNetCore.Identity;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;

namespace Shiojiri.CxoLab.Web.Staff;

/// <summary>
/// Gives an account another password. Stored with the caller's save; every session, every half-way sign-in and every mailed link ends.
/// </summary>
internal sealed class PasswordService(IPasswordHasher<StaffAccount> hasher, StaffLinks links, AuditTrail audit)
{
    /// <summary>What is wrong with it, or null when it was taken.</summary>
    public async Task<string?> ChangeAsync(StaffAccount account, string? password, Actor actor, CancellationToken ct)
    {
        if (PasswordRule.Fault(password, account.Email!, account.DisplayName) is { } fault)
        {
            return fault;
        }

        account.PasswordHash = hasher.HashPassword(account, password!);
        SecondFactors.Renew(account);
        await links.UseUpAsync(account, ct);
        audit.Write(actor, AuditAction.PasswordChanged, account.Email!);
        return null;
    }
}
