using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;

namespace Shiojiri.CxoLab.Web.Features.Admin.Applications;

internal static class AssigneeQuery
{
    /// <summary>The accounts that an application of a cohort can be given to.</summary>
    public static IQueryable<StaffAccount> WhoCanCareFor(this IQueryable<StaffAccount> accounts, int cohortId) => accounts
        .Where(a => a.DisabledUtc == null && a.Role != Role.Viewer && a.Role != Role.Editor && (a.Role == Role.Administrator || a.CohortId == null || a.CohortId == cohortId));
}
