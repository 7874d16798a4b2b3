using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Hosting;
using Shiojiri.CxoLab.Web.Mail;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Mail;

/// <summary>Puts one mail for each recipient into the queue, all of them and their line in the audit log in one save, or none.</summary>
internal sealed class GroupMailQueue(CxoLabDb db, StaffScope scope, AuditTrail audit, MailComposer composer, ProgrammeClock clock)
{
    /// <summary>Many numbers in one statement are too much for SQL Server.</summary>
    private const int AtOnce = 500;

    public Task<bool> IsSentAsync(Guid batch, CancellationToken ct)
    {
        var occasions = GroupMail.OccasionsOf(batch);
        return db.OutgoingMails.AnyAsync(m => m.Occasion.StartsWith(occasions), ct);
    }

    /// <summary>False, and nothing is sent, when the date that it tells of is another one by now.</summary>
    public async Task<bool> SendAsync(Recipients to, GroupMailForm form, ApplicantFilter filter, CancellationToken ct)
    {
        var (text, batch) = (form.Text, form.Batch!.Value);
        if (form.Session is { } slug && !await TellAsync(to.Cohort.Id, slug, batch, ct))
        {
            return false;
        }

        foreach (var application in await ApplicationsAsync(to, ct))
        {
            await composer.QueueAsync(MailKind.Group, new MailRequest.ToMany(application, text, batch), ct);
        }

        audit.Write(AuditAction.GroupMailQueued, to.Cohort.Name, after: new { Batch = batch, Filter = filter.ForAudit(), to.Applications, to.WithoutAddress, to.Addresses, text.Subject, text.Title, text.Body });
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            // The date was moved at the same moment.
            return false;
        }
        catch (DbUpdateException lost) when (UniqueViolation.Is(lost))
        {
            // The same form, twice at the same moment: the other one has queued them all.
            db.ChangeTracker.Clear();
            return true;
        }
    }

    // In the same save as the mails: of a date that says お知らせ済み there are mails, and the other way round.
    private async Task<bool> TellAsync(int cohortId, string slug, Guid version, CancellationToken ct)
    {
        var session = await db.Cohorts.Where(c => c.Id == cohortId).SelectMany(c => c.Sessions).SingleOrDefaultAsync(s => s.Slug == slug, ct);
        if (session is not { IsToBeTold: true } || session.Version != version)
        {
            return false;
        }

        session.Tell(clock.UtcNow);
        return true;
    }

    private async Task<List<Application>> ApplicationsAsync(Recipients to, CancellationToken ct)
    {
        var all = new List<Application>(to.Addresses);
        foreach (var some in to.PerAddress.Select(r => r.Id).Chunk(AtOnce))
        {
            all.AddRange(await scope.People.AsNoTracking().Where(a => some.Contains(a.Id)).OrderBy(a => a.Id).ToListAsync(ct));
        }

        return all;
    }
}
