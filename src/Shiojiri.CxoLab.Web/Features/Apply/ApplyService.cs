using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Shared.ApplicationForm;
using Shiojiri.CxoLab.Web.Hosting;
using Shiojiri.CxoLab.Web.Mail;

namespace Shiojiri.CxoLab.Web.Features.Apply;

/// <summary>
/// Stores an application, its first ledger line and its mail together, once, however often and at however many places it is sent at
/// the same time. The database's unique indexes decide; whoever loses looks again and finds what the winner stored.
/// </summary>
internal sealed class ApplyService(
    CxoLabDb db, ProgrammeClock clock, OfficeDetails office, IntakeSurroundings surroundings)
{
    /// <summary>Whether the form with this key has been sent before.</summary>
    public Task<bool> IsKnownAsync(string key, CancellationToken ct) =>
        db.Applications.Where(a => a.Key == key).Select(a => a.Id)
            .Concat(db.RepeatSubmissions.Where(r => r.Key == key).Select(r => r.Id))
            .AnyAsync(ct);

    /// <summary>Null when stored; else why not. A form that is known is not for here.</summary>
    public Task<Refusal?> StoreAsync(ApplyForm form, FormTicket ticket, Cohort cohort, CancellationToken ct) => LostRace.RetryAsync(
        db,
        (round, token) => AttemptAsync(round, form, ticket, cohort, token),
        () => throw new TimeoutException("The application could not be stored among all the others."),
        ct,
        LostRace.ManyRounds);

    private async Task<Refusal?> AttemptAsync(int round, ApplyForm form, FormTicket ticket, Cohort cohort, CancellationToken ct)
    {
        if (round > 1 && await IsKnownAsync(ticket.Key, ct))
        {
            return null;
        }

        var standing = await StandingApplicationAsync(cohort.Id, form.Email!, ct);
        if (standing?.Key == ticket.Key)
        {
            // The same form, stored a moment ago by another request.
            return null;
        }

        var refusal = standing is null ? await AddAsync(form, ticket, cohort, ct) : await AddRepeatAsync(standing, ticket, cohort, ct);
        if (refusal is null)
        {
            await db.SaveChangesAsync(ct);
            surroundings.Signal.Wake();
        }

        return refusal;
    }

    private Task<Application?> StandingApplicationAsync(int cohortId, string email, CancellationToken ct)
    {
        var key = Application.EmailKey(email);
        return db.Applications.FirstOrDefaultAsync(a => a.CohortId == cohortId && a.ActiveEmail == key, ct);
    }

    private async Task<Refusal?> AddAsync(ApplyForm form, FormTicket ticket, Cohort cohort, CancellationToken ct)
    {
        // With a capacity the place is taken on the cohort itself, so it has to be a tracked one, read just now.
        var receiver = cohort.Capacity is null ? cohort : await db.Cohorts.SingleAsync(c => c.Id == cohort.Id, ct);
        switch (receiver.Receive(form.ToApplicant(cohort, ticket.Key), ticket.OpenedUtc, clock.UtcNow, surroundings.Programme.Value.PaymentDays))
        {
            case Reception.Accepted(var application):
                db.Add(application);
                db.Add(PaymentInstructions.For(new MailContext(application, cohort, office), await db.MailTextAsync(MailKind.PaymentInstructions, cohort.Id, ct)).QueuedAt(surroundings.RealUtcNow));
                return null;
            case Reception.Refused(var reason):
                return reason;
            default:
                throw new InvalidOperationException("An unknown reception.");
        }
    }

    private async Task<Refusal?> AddRepeatAsync(Application standing, FormTicket ticket, Cohort cohort, CancellationToken ct)
    {
        db.Add(new RepeatSubmission(ticket.Key, standing.Id, clock.UtcNow));
        var today = JapanTime.DayOf(surroundings.RealUtcNow);
        var occasion = RepeatNotice.OccasionOn(standing, today);
        if (!await db.OutgoingMails.AnyAsync(m => m.Occasion == occasion, ct))
        {
            db.Add(RepeatNotice.For(new MailContext(standing, cohort, office), today, await db.MailTextAsync(MailKind.RepeatNotice, cohort.Id, ct)).QueuedAt(surroundings.RealUtcNow));
        }

        return null;
    }
}

/// <summary>What the intake needs besides the database: settings, real time and the bell that wakes the sender.</summary>
internal sealed class IntakeSurroundings(IOptions<ProgrammeSettings> programme, TimeProvider time, MailSignal signal)
{
    public IOptions<ProgrammeSettings> Programme { get; } = programme;

    public MailSignal Signal { get; } = signal;

    public DateTime RealUtcNow => time.GetUtcNow().UtcDateTime;
}
