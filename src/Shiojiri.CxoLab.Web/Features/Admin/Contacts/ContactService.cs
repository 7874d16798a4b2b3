using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Contacts;

/// <summary>What came of a correction.</summary>
internal enum ContactOutcome
{
    Done,

    /// <summary>The application was changed by somebody else in the meantime; nothing was done.</summary>
    Stale,

    /// <summary>Another application of the cohort has the address; nothing was done.</summary>
    Taken,
}

/// <summary>Corrects how a person is called and reached, and leads the mails that wait to the new address: all in one save.</summary>
internal sealed class ContactService(CxoLabDb db, StaffScope scope, AuditTrail audit, StaffSaveService saves)
{
    public Task<Application?> FindAsync(string number, CancellationToken ct) => scope.People.SingleOrDefaultAsync(a => a.Number == number, ct);

    /// <summary>As it stands in the database now, whatever was found before.</summary>
    public Task<Application?> ReadAsync(string number, CancellationToken ct) =>
        scope.People.AsNoTracking().SingleOrDefaultAsync(a => a.Number == number, ct);

    public Task NoteViewAsync(string number, CancellationToken ct)
    {
        audit.Write(AuditAction.ApplicantViewed, number, after: new { Page = "contact" });
        return saves.SaveAsync(ct);
    }

    /// <summary>Moved: mails led to the new address. Leaving: those that a sender has in hand and that can't be called back.</summary>
    public async Task<(ContactOutcome Outcome, int Moved, int Leaving)> CorrectAsync(Application application, Contact contact, CancellationToken ct)
    {
        var (before, after) = Changes(application.Contact, contact);
        var (moved, leaving) = await ReaddressAsync(application, contact.Email, ct);
        if (moved > 0)
        {
            after["ReaddressedMails"] = moved;
        }

        audit.Write(AuditAction.ContactCorrected, application.Number, before, after);
        application.Correct(contact);
        try
        {
            return (await saves.SaveAsync(ct) == SaveOutcome.Done ? ContactOutcome.Done : ContactOutcome.Stale, moved, leaving);
        }
        catch (DbUpdateException taken) when (UniqueViolation.Is(taken))
        {
            return (ContactOutcome.Taken, moved, leaving);
        }
    }

    // What waits shall not go to an address that is known to be wrong; what a sender has in hand can't be called back.
    private async Task<(int Moved, int Leaving)> ReaddressAsync(Application application, string? email, CancellationToken ct)
    {
        if (email is null || application.Email == email)
        {
            return (0, 0);
        }

        var now = saves.RealUtcNow;
        var queued = await db.OutgoingMails.Where(m => m.ApplicationId == application.Id && m.State == MailState.Queued).ToListAsync(ct);
        var waiting = queued.Where(m => m.CanBeCancelledAt(now)).ToList();
        waiting.ForEach(m => m.Readdress(email, now));
        return (waiting.Count, queued.Count - waiting.Count);
    }

    // Only what changes: the log is read by people.
    private static (Dictionary<string, string?> Before, Dictionary<string, object?> After) Changes(Contact from, Contact to)
    {
        (string Field, string? From, string? To)[] fields =
        [
            ("Name", from.Name, to.Name), ("Kana", from.Kana, to.Kana), ("Email", from.Email, to.Email), ("Phone", from.Phone, to.Phone), ("Residence", from.Residence, to.Residence),
        ];
        var changed = fields.Where(f => f.From != f.To).ToList();
        return (changed.ToDictionary(f => f.Field, f => f.From), changed.ToDictionary(f => f.Field, f => (object?)f.To));
    }
}
