using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Shared.ApplicationForm;
using Shiojiri.CxoLab.Web.Features.Shared.Guarding;
using Shiojiri.CxoLab.Web.Hosting;
using Shiojiri.CxoLab.Web.Mail;

namespace Shiojiri.CxoLab.Web.Features.Apply;

/// <summary>
/// Stores an application, its first ledger line and its mail together, once, however often and at however many places it is sent at
/// the same time. The database's unique indexes decide; whoever loses looks again and finds what the winner stored.
/// </summary>
internal sealed class ApplyService(
    CxoLabDb db, ApplyQueries queries, ProgrammeClock clock, MailComposer composer, CurrentSettings settings)
{
    /// <summary>Whether the form with this key has been sent before.</summary>
    public Task<bool> IsKnownAsync(string key, CancellationToken ct) => queries.IsKnownAsync(db, key, ct);

    /// <summary>Null when stored; else why not. A form that is known is not for here.</summary>
    public Task<Refusal?> StoreAsync(ApplyForm form, FormTicket ticket, Cohort cohort, OwnQuestions questions, CancellationToken ct) => LostRace.RetryAsync(
        db,
        (round, token) => AttemptAsync(round, form.Email!, form.ToApplicant(cohort, ticket.Key, questions), ticket, cohort, token),
        () => throw new TimeoutException("The application could not be stored among all the others."),
        ct,
        LostRace.ManyRounds);

    private async Task<Refusal?> AttemptAsync(int round, string email, Applicant typed, FormTicket ticket, Cohort cohort, CancellationToken ct)
    {
        if (round > 1 && await IsKnownAsync(ticket.Key, ct))
        {
            return null;
        }

        var (receiver, standing) = await queries.ReceiverAsync(db, cohort.Id, email, ct);
        if (standing?.Key == ticket.Key)
        {
            // The same form, stored a moment ago by another request.
            return null;
        }

        var refusal = await AddAsync(receiver, standing, typed, ticket, ct);
        if (refusal is null)
        {
            await db.SaveChangesAsync(ct);
        }

        return refusal;
    }

    private async Task<Refusal?> AddAsync(Cohort receiver, Application? standing, Applicant typed, FormTicket ticket, CancellationToken ct)
    {
        var terms = settings.FeeOf(receiver.Id);
        switch (standing is null
            ? receiver.Receive(typed, ticket.OpenedUtc, clock.UtcNow, terms.PaymentDays)
            : receiver.ReceiveRepeat(standing, typed, ticket.OpenedUtc, clock.UtcNow, terms.PaymentDays))
        {
            case Reception.Accepted(var application):
                application.Keep(terms);
                db.Add(application);
                await composer.QueueAsync(MailRules.ReceiptFor(application, clock.Today), new MailRequest.ToApplicant(application), ct);
                return null;
            case Reception.Repeated(var repeat):
                repeat.Keep(terms);
                db.Add(repeat);
                await TellOwnerAsync(standing!, ct);
                return null;
            case Reception.Refused(var reason):
                return reason;
            default:
                throw new InvalidOperationException("An unknown reception.");
        }
    }

    // The one that stays of two put together may have come on paper, without an address: then staff tell the person, by telephone.
    private async Task TellOwnerAsync(Application standing, CancellationToken ct)
    {
        if (!standing.IsReachedByMail)
        {
            return;
        }

        var today = JapanTime.DayOf(clock.RealUtcNow);
        var occasion = RepeatNotice.OccasionOn(standing, today);
        if (!await db.OutgoingMails.AnyAsync(m => m.Occasion == occasion, ct))
        {
            await composer.QueueAsync(MailKind.RepeatNotice, new MailRequest.ToApplicant(standing, RepeatNotice.CauseOn(today)), ct);
        }
    }
}
