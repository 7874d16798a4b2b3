using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Inquiries;
using Shiojiri.CxoLab.Web.Data;

namespace Shiojiri.CxoLab.Web.Staff;

/// <summary>
/// What the person who is signed in may see. Every question about applications starts from here, so that what lies outside is not there
/// (404), rather than forbidden.
/// </summary>
internal sealed class StaffScope(CxoLabDb db, CurrentStaff staff)
{
    /// <summary>Those that count: without those put under another one of the same person, which are read with that one.</summary>
    public IQueryable<Application> Applications => AllApplications.Where(a => a.MergedIntoId == null);

    /// <summary>Those whose person is there: whatever is done to an application, or sent because of it, starts from here. Of the erased only records are left.</summary>
    public IQueryable<Application> People => Applications.Where(a => a.ErasedUtc == null);

    /// <summary>With those put under another one: for records of what was, such as mails and the log.</summary>
    public IQueryable<Application> AllApplications =>
        staff.CohortId is { } only ? db.Applications.Where(a => a.CohortId == only) : db.Applications;

    public IQueryable<Cohort> Cohorts =>
        staff.CohortId is { } only ? db.Cohorts.Where(c => c.Id == only) : db.Cohorts;

    /// <summary>Whoever may see one cohort sees the questions of its applicants and those that belong to no application.</summary>
    public IQueryable<Inquiry> Inquiries =>
        staff.CohortId is null ? db.Inquiries : db.Inquiries.Where(i => i.ApplicationId == null || AllApplications.Any(a => a.Id == i.ApplicationId));

    /// <summary>The cohort with that ordinal, or the newest that is published, or the newest; null when there is none to be seen.</summary>
    public Task<Cohort?> CohortAsync(int? ordinal, CancellationToken ct) => WholeCohorts
        .Where(c => ordinal == null || c.Ordinal == ordinal)
        .OrderByDescending(c => c.PublishedUtc != null)
        .ThenByDescending(c => c.Ordinal)
        .FirstOrDefaultAsync(ct);

    /// <summary>The cohort of an application; null when there is no such application to be seen.</summary>
    public Task<Cohort?> CohortOfAsync(string number, CancellationToken ct) => WholeCohorts
        .Where(c => Applications.Any(a => a.Number == number && a.CohortId == c.Id))
        .FirstOrDefaultAsync(ct);

    /// <summary>Questions that nobody has answered.</summary>
    public IQueryable<Inquiry> OpenInquiries => Inquiries.Where(i => i.Status == InquiryStatus.Open);

    /// <summary>How many applications nobody has begun to look at.</summary>
    public IQueryable<Application> Unread => Applications.Where(a => a.Status == ApplicationStatus.Received);

    // One statement: a dozen sessions by half a dozen areas.
    private IQueryable<Cohort> WholeCohorts => Cohorts.AsNoTracking()
        .WithSessions()
        .WithAreas()
        .AsSingleQuery();
}
