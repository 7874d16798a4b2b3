using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Hosting;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.ApplicantList;

/// <summary>Opens the list, and writes down that somebody did.</summary>
internal sealed class ApplicantListPageBuilder(CxoLabDb db, StaffScope scope, ApplicantListQuery list, ListViewLog record)
{
    /// <summary>Null when there is no such cohort to be seen.</summary>
    public async Task<ApplicantListPage?> OpenAsync(ApplicantFilter filter, CancellationToken ct)
    {
        if (await scope.CohortAsync(filter.Cohort, ct) is not { } cohort)
        {
            return null;
        }

        var page = await list.PageAsync(filter, cohort, record.NowUtc, ct);
        record.Viewed(page);
        await db.SaveChangesAsync(ct);
        return page;
    }
}

/// <summary>The clock and the audit log of the list.</summary>
internal sealed class ListViewLog(AuditTrail audit, ProgrammeClock clock)
{
    public DateTime NowUtc => clock.UtcNow;

    public void Viewed(ApplicantListPage page) => audit.Write(
        AuditAction.ListViewed, "", after: new { page = "list", cohort = page.Cohort.Name, filter = page.Filter.ForAudit(), shown = page.Rows.Count, of = page.Counts.Shown });
}
