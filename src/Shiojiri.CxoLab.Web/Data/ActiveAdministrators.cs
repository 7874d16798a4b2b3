using Shiojiri.CxoLab.Staff;

namespace Shiojiri.CxoLab.Web.Data;

/// <summary>Who can sign in as 管理 now: neither closed, nor invited and without a password yet.</summary>
internal static class ActiveAdministrators
{
    public static IQueryable<StaffAccount> WhoAdminister(this IQueryable<StaffAccount> accounts) =>
        accounts.Where(a => a.Role == Role.Administrator && a.DisabledUtc == null && a.PasswordHash != null).OrderBy(a => a.Id);
}
