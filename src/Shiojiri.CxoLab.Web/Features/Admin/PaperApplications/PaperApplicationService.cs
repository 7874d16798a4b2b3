using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Text;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Features.Shared.ApplicationForm;
using Shiojiri.CxoLab.Web.Mail;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.PaperApplications;

internal enum PaperApplicationOutcome
{
    Stored,
    KnownAddress,
    KnownPerson,
    Refused,

    /// <summary>Others kept coming first; nothing was stored.</summary>
    ConcurrentChange,
}

/// <summary>Stores an application that staff keyed in: by the rule that the public form asks, with its mail and its line in the audit log.</summary>
internal sealed class PaperApplicationService(CxoLabDb db, AuditTrail audit, StaffSaveService saves, MailComposer composer, CurrentSettings settings)
{
    public Task<(string? Number, PaperApplicationOutcome Outcome)> StoreAsync(
        PaperApplicationForm entry, ApplyForm folded, Cohort cohort, OwnQuestions questions, CancellationToken ct) =>
        LostRace.RetryAsync(db, (_, token) => AttemptAsync(entry, folded, cohort, questions, token), () => (null, PaperApplicationOutcome.ConcurrentChange), ct);

    /// <summary>What the person is told, by mail or telephone: how to pay, or no more than that the form has come.</summary>
    public async Task<MailKind> ReceiptOfAsync(string number, CancellationToken ct) =>
        MailRules.ReceiptFor(await db.Applications.AsNoTracking().SingleAsync(a => a.Number == number, ct), saves.Today);

    private async Task<(string? Number, PaperApplicationOutcome Outcome)> AttemptAsync(
        PaperApplicationForm entry, ApplyForm folded, Cohort cohort, OwnQuestions questions, CancellationToken ct)
    {
        if (await db.Applications.Where(a => a.Key == entry.Key).Select(a => a.Number).FirstOrDefaultAsync(ct) is { } own)
        {
            return (own, PaperApplicationOutcome.Stored);
        }

        var same = await AddressTakenAsync(folded, cohort, ct);
        if (!entry.IsKnownToBeAnother && (same ?? await PersonKnownAsync(folded, cohort, ct)) is { } known)
        {
            return (known, same is null ? PaperApplicationOutcome.KnownPerson : PaperApplicationOutcome.KnownAddress);
        }

        if (await ReceiveAsync(entry, folded.ToApplicant(cohort, entry.Key!, questions) with { SharesAddress = same is not null }, cohort, ct) is not { } number)
        {
            return (null, PaperApplicationOutcome.Refused);
        }

        await db.SaveChangesAsync(ct);
        return (number, PaperApplicationOutcome.Stored);
    }

    // The second of two people at one address is not found by ActiveEmail, so by what is kept for good.
    private async Task<string?> AddressTakenAsync(ApplyForm folded, Cohort cohort, CancellationToken ct)
    {
        var email = Application.EmailKey(folded.Email);
        return email is null ? null : await Standing(cohort).Where(a => a.NormalizedEmail == email).OrderBy(a => a.Id).Select(a => a.Number).FirstOrDefaultAsync(ct);
    }

    // Who has no address, or another one this time, is known by name, reading and telephone number.
    private async Task<string?> PersonKnownAsync(ApplyForm folded, Cohort cohort, CancellationToken ct)
    {
        var ways = PhoneNumber.Ways(folded.Phone);
        var sameNumber = await Standing(cohort).Where(a => a.Phone != null && ways.Contains(a.Phone)).OrderBy(a => a.Id).Take(20)
            .Select(a => new { a.Number, a.Name, a.Kana }).ToListAsync(ct);
        return sameNumber.Find(a => SearchKey.Fold(a.Name) == SearchKey.Fold(folded.Name!) && SearchKey.Fold(a.Kana) == SearchKey.Fold(folded.Kana!))?.Number;
    }

    private IQueryable<Application> Standing(Cohort cohort) =>
        db.Applications.AsNoTracking().Where(a => a.CohortId == cohort.Id && a.Status != ApplicationStatus.Withdrawn);

    private async Task<string?> ReceiveAsync(PaperApplicationForm entry, Applicant applicant, Cohort cohort, CancellationToken ct)
    {
        var receiver = await db.Cohorts.SingleAsync(c => c.Id == cohort.Id, ct);
        var arrived = entry.ArrivedUtc(saves.UtcNow);
        if (receiver.Receive(applicant, arrived, arrived, settings.FeeOf(cohort.Id).PaymentDays, entry.ChannelAsked!.Value, saves.UtcNow) is not Reception.Accepted(var application))
        {
            return null;
        }

        application.Keep(settings.FeeOf(cohort.Id));
        db.Add(application);
        if (application.IsReachedByMail)
        {
            await composer.QueueAsync(MailRules.ReceiptFor(application, saves.Today), new MailRequest.ToApplicant(application), ct);
        }

        audit.Write(AuditAction.ApplicationEntered, application.Number, after: new { application.Channel, ArrivedOn = entry.ArrivedDay(saves.Today), application.Name, application.Email });
        return application.Number;
    }
}
