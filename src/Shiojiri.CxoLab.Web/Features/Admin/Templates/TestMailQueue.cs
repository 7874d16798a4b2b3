using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Mail;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Templates;

/// <summary>Sends a text to the person who is signed in, and to nobody else.</summary>
internal sealed class TestMailQueue(CxoLabDb db, CurrentStaff staff, AuditTrail audit, MailComposer composer)
{
    /// <summary>The address it goes to.</summary>
    public async Task<string> SendAsync(MailPreview letter, Guid ticket, string subject, CancellationToken ct)
    {
        var own = await db.StaffAccounts.Where(a => a.Id == staff.AccountId).Select(a => a.Email!).SingleAsync(ct);
        var occasion = TestMail.OccasionOf(ticket);
        if (await db.OutgoingMails.AnyAsync(m => m.Occasion == occasion, ct))
        {
            return own;
        }

        await composer.QueueAsync(MailKind.Test, new MailRequest.Trial(letter, own, ticket), ct);
        audit.Write(AuditAction.TestMailQueued, subject, after: new { To = own });
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException lost) when (UniqueViolation.Is(lost))
        {
            // The same form, twice at the same moment.
            db.ChangeTracker.Clear();
        }

        return own;
    }
}
