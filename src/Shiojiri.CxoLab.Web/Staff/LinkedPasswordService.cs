using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;

namespace Shiojiri.CxoLab.Web.Staff;

/// <summary>
/// Sets a password by a mailed link, which is used up by it. The caller saves; of two at once, one save fails. With the save every
/// session is over, since the security stamp is another one.
/// </summary>
internal sealed class LinkedPasswordService(PasswordService passwords, AuditTrail audit)
{
    /// <summary>What is wrong with the password, or null.</summary>
    public async Task<string?> SetAsync(StaffAccount account, string? password, AuditAction action, CancellationToken ct)
    {
        if (await passwords.ChangeAsync(account, password, account.Actor, ct) is { } fault)
        {
            return fault;
        }

        // Whoever reads the mailbox is no stranger: strangers could else keep an account locked for good.
        account.Unlock();
        account.EmailConfirmed = true;
        if (action != AuditAction.PasswordChanged)
        {
            audit.Write(account.Actor, action, account.Email!);
        }

        return null;
    }
}
