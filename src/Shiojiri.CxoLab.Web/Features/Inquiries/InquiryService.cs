using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Inquiries;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Hosting;
using Shiojiri.CxoLab.Web.Mail;

namespace Shiojiri.CxoLab.Web.Features.Inquiries;

/// <summary>Stores a question and its receipt together, once, however often the form is sent.</summary>
internal sealed class InquiryService(CxoLabDb db, ProgrammeClock clock, MailComposer composer)
{
    /// <summary>Whether this very content was stored under the form's key.</summary>
    public Task<bool> IsStoredAsync(InquiryDraft draft, CancellationToken ct) => db.Inquiries.AnyAsync(
        i => i.Key == draft.Key && i.Text == draft.Text && i.Email == draft.Email && i.Name == draft.Name, ct);

    public Task<bool> StoreAsync(InquiryDraft draft, CancellationToken ct) => LostRace.RetryAsync(
        db,
        (_, token) => AttemptAsync(draft, token),
        () => throw new TimeoutException("The inquiry could not be stored."),
        ct);

    private async Task<bool> AttemptAsync(InquiryDraft draft, CancellationToken ct)
    {
        // Asked first: what is sent twice at one moment must not take its twin for another question from the same form.
        var sent = await db.Inquiries.AnyAsync(i => i.Key == draft.Key, ct);
        if (await IsStoredAsync(draft, ct))
        {
            return false;
        }

        // Somebody went back to a form that was sent and wrote another question: it has to have a key of its own.
        var number = draft.Number;
        var application = number is null ? null : await db.IssuedNumbers.Where(n => n.Number == number).Select(n => (int?)n.ApplicationId).SingleOrDefaultAsync(ct);
        var inquiry = new Inquiry(sent ? draft with { Key = RandomToken.Draw() } : draft, application, clock.UtcNow);
        db.Add(inquiry);
        if (await ReceiptsAsync(draft.Email, ct) < InquiryReceipt.Most)
        {
            await composer.QueueAsync(MailKind.InquiryReceipt, new MailRequest.AboutInquiry(inquiry), ct);
        }

        await db.SaveChangesAsync(ct);
        return true;
    }

    private Task<int> ReceiptsAsync(string email, CancellationToken ct)
    {
        var since = clock.RealUtcNow - InquiryReceipt.Within;
        return db.OutgoingMails.CountAsync(m => m.Kind == MailKind.InquiryReceipt && m.QueuedUtc > since && m.Recipient == email, ct);
    }
}
