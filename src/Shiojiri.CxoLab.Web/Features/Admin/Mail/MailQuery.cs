using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Text;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Mail;

/// <summary>
/// The mails that the person who is signed in may see: those of the applications in their scope; and those that belong to none
/// (invitations, test mails) for whoever manages staff.
/// </summary>
internal sealed class MailQuery(CxoLabDb db, StaffScope scope, CurrentStaff staff)
{
    public const int PageSize = 50;

    private IQueryable<OutgoingMail> All => db.OutgoingMails.Where(staff.May(Permission.ManageStaff)
        ? m => m.ApplicationId == null || scope.AllApplications.Any(a => a.Id == m.ApplicationId)
        : m => m.ApplicationId != null && scope.AllApplications.Any(a => a.Id == m.ApplicationId));

    public async Task<MailListPage> ListAsync(MailFilter filter, CancellationToken ct)
    {
        var found = Narrowed(filter);
        var counts = await found.GroupBy(m => m.State).Select(g => new { State = g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.State, g => g.Count, ct);
        var state = filter.StateAsked;
        var total = state is { } only ? counts.GetValueOrDefault(only) : counts.Values.Sum();
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        var page = Math.Clamp(filter.Page ?? 1, 1, pages);
        var rows = await found
            .Where(m => state == null || m.State == state)
            .OrderByDescending(m => m.QueuedUtc).ThenByDescending(m => m.Id)
            .Skip((page - 1) * PageSize).Take(PageSize)
            .Select(m => new MailRow(
                m.Key, m.Kind, m.Recipient, m.Application == null ? null : m.Application.Name, m.Application == null ? null : m.Application.Number,
                m.Subject, m.State, m.Attempts, m.LastError, m.QueuedUtc, m.SentUtc,
                m.Occasion.StartsWith(ResentMail.Occasions), m.StoppedBecause, m.NextAttemptUtc))
            .ToListAsync(ct);
        return new MailListPage(filter with { Page = page }, counts, rows, total, pages);
    }

    /// <summary>Tracked, with its application; null when it is not there for this person.</summary>
    public Task<OutgoingMail?> FindAsync(Guid key, CancellationToken ct) =>
        All.Include(m => m.Application).FirstOrDefaultAsync(m => m.Key == key, ct);

    private IQueryable<OutgoingMail> Narrowed(MailFilter filter)
    {
        var found = All;
        if (filter.KindAsked is { } kind)
        {
            found = found.Where(m => m.Kind == kind);
        }

        // An address that was corrected since is still found by what the mail itself says.
        var typed = Folding.HalfWidth(Folding.Line(filter.Q));
        var lower = typed.ToLowerInvariant();
        foreach (var term in SearchKey.Terms(filter.Q))
        {
            var about = scope.AllApplications.Where(ApplicantSearch.IsFoundBy(term, db));
            found = found.Where(m => about.Any(a => a.Id == m.ApplicationId) || m.Recipient.Contains(typed) || m.Recipient.Contains(lower));
        }

        return found;
    }
}
