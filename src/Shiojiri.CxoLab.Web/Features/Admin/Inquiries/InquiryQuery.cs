using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Inquiries;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Inquiries;

/// <summary>Reads the questions that the person who is signed in may see.</summary>
internal sealed class InquiryQuery(CxoLabDb db, StaffScope scope, UnreadCount unread)
{
    public const int PageSize = 50;

    private const int MostStaff = 200;

    public async Task<InquiryListPage> ListAsync(InquiryFilter filter, CancellationToken ct)
    {
        var status = filter.StatusAsked;
        var counts = await scope.Inquiries.GroupBy(i => i.Status).Select(g => new { Status = g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Status, g => g.Count, ct);
        unread.KnownInquiries = counts.GetValueOrDefault(InquiryStatus.Open);
        var pages = Math.Max(1, (counts.GetValueOrDefault(status) + PageSize - 1) / PageSize);
        var page = Math.Clamp(filter.Page ?? 1, 1, pages);
        var found = scope.Inquiries.Where(i => i.Status == status);

        // Whoever has waited longest comes first; of what is done the newest.
        var rows = await (status == InquiryStatus.Open
                ? found.OrderBy(i => i.ReceivedUtc).ThenBy(i => i.Id)
                : found.OrderByDescending(i => i.ReceivedUtc).ThenByDescending(i => i.Id))
            .Skip((page - 1) * PageSize).Take(PageSize)
            .Select(i => new InquiryRow(
                i.Key, i.Kind, i.Name, i.Email, i.Text, i.Status,
                db.StaffAccounts.Where(a => a.Id == i.AssigneeId).Select(a => a.DisplayName).FirstOrDefault(), i.ReceivedUtc))
            .ToListAsync(ct);
        return new InquiryListPage(status, counts, rows, page, pages);
    }

    /// <summary>Tracked; null when it is not there for this person.</summary>
    public Task<Inquiry?> FindAsync(string key, CancellationToken ct) =>
        scope.Inquiries.Include(i => i.Answers.OrderBy(a => a.Id)).AsSingleQuery().FirstOrDefaultAsync(i => i.Key == key, ct);

    /// <summary>As it stands now, whatever this request has done with it.</summary>
    public Task<Inquiry?> FreshAsync(string key, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        return FindAsync(key, ct);
    }

    public async Task<InquiryPage> PageAsync(Inquiry inquiry, AnswerForm? form, CancellationToken ct)
    {
        var address = Application.EmailKey(inquiry.Email);
        var application = await scope.AllApplications.Where(a => a.Id == inquiry.ApplicationId)
            .Select(a => new { a.CohortId, About = new InquiryApplication(a.Number, a.Name, a.Status, a.NormalizedEmail == address) })
            .FirstOrDefaultAsync(ct);
        var occasions = inquiry.Answers.Select(a => InquiryReply.OccasionOf(a.Ticket)).ToList();
        var mails = occasions.Count == 0 ? [] : await db.OutgoingMails.Where(m => occasions.Contains(m.Occasion))
            .Select(m => new { m.Occasion, m.State }).ToDictionaryAsync(m => m.Occasion, m => (MailState?)m.State, ct);
        var staff = await AssigneesOf(application?.CohortId).OrderBy(a => a.DisplayName).Take(MostStaff).Select(a => new { a.Id, a.DisplayName }).ToListAsync(ct);
        return new InquiryPage(
            inquiry, application?.About,
            [.. inquiry.Answers.Select(a => new AnswerLine(a, mails.GetValueOrDefault(InquiryReply.OccasionOf(a.Ticket))))],
            [.. staff.Select(s => (s.Id, s.DisplayName))],
            form ?? new AnswerForm { Ticket = Guid.NewGuid(), Version = inquiry.Version, Closes = true });
    }

    /// <summary>The name of somebody an inquiry can be given to; null when there is no such person.</summary>
    public async Task<string?> AssigneeAsync(Inquiry inquiry, int accountId, CancellationToken ct)
    {
        var cohort = await scope.AllApplications.Where(a => a.Id == inquiry.ApplicationId).Select(a => (int?)a.CohortId).FirstOrDefaultAsync(ct);
        return await AssigneesOf(cohort).Where(a => a.Id == accountId).Select(a => a.DisplayName).FirstOrDefaultAsync(ct);
    }

    // Whoever may see it and may do something about it.
    private IQueryable<StaffAccount> AssigneesOf(int? cohortId) => db.StaffAccounts.Where(a =>
        a.DisabledUtc == null && a.Role != Role.Viewer && a.Role != Role.Editor
        && (cohortId == null || a.Role == Role.Administrator || a.CohortId == null || a.CohortId == cohortId));
}
