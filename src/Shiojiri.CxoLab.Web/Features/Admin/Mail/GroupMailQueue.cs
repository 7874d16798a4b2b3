using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Mail;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Mail;

/// <summary>Puts one mail for each recipient into the queue, all of them and their line in the audit log in one save, or none.</summary>
internal sealed class GroupMailQueue(CxoLabDb db, StaffScope scope, AuditTrail audit, MailComposer composer)
{
    /// <summary>Many numbers in one statement are too much for SQL Server.</summary>
    private const int AtOnce = 500;

    public Task<bool> IsSentAsync(Guid batch, CancellationToken ct)
    {
        var occasions = GroupMail.OccasionsOf(batch);
        return db.OutgoingMails.AnyAsync(m => m.Occasion.StartsWith(occasions), ct);
    }

    public async Task SendAsync(Recipients to, MailText text, Guid batch, ApplicantFilter filter, CancellationToken ct)
    {
        foreach (var application in await ApplicationsAsync(to, ct))
        {
            await composer.QueueAsync(MailKind.Group, new MailRequest.ToMany(application, text, batch), ct);
        }

        audit.Write(AuditAction.GroupMailQueued, to.Cohort.Name, after: new { Batch = batch, Filter = filter.ForAudit(), to.Applications, to.WithoutAddress, to.Addresses, text.Subject, text.Title, text.Body });
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException lost) when (UniqueViolation.Is(lost))
        {
            // The same form, twice at the same moment: the other one has queued them all.
            db.ChangeTracker.Clear();
        }
    }

    private async Task<List<Application>> ApplicationsAsync(Recipients to, CancellationToken ct)
    {
        var all = new List<Application>(to.Addresses);
        foreach (var some in to.PerAddress.Select(r => r.Id).Chunk(AtOnce))
        {
            all.AddRange(await scope.Applications.AsNoTracking().Where(a => some.Contains(a.Id)).OrderBy(a => a.Id).ToListAsync(ct));
        }

        return all;
    }
}
