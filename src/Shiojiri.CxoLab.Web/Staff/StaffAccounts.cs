using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;

namespace Shiojiri.CxoLab.Web.Staff;

internal static class StaffAccounts
{
    /// <summary>An account without a password yet.</summary>
    public static StaffAccount New(string email, string name, Role role, int? cohortId, DateTime nowUtc)
    {
        var account = new StaffAccount
        {
            UserName = email,
            NormalizedUserName = email.ToUpperInvariant(),
            Email = email,
            NormalizedEmail = email.ToUpperInvariant(),
            DisplayName = name,
            Role = role,
            CohortId = cohortId,
            CreatedUtc = nowUtc,
            LockoutEnabled = true,
        };
        SecondFactors.Renew(account);
        return account;
    }

    /// <summary>Opens the door that wrong passwords closed, and forgets them. Stored with the caller's save.</summary>
    public static void Unlock(this StaffAccount account) =>
        (account.AccessFailedCount, account.Lockouts, account.LockoutEnd) = (0, 0, null);
}
