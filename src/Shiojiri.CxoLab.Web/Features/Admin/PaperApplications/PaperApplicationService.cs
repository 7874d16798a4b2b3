using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Features.Shared.ApplicationForm;
using Shiojiri.CxoLab.Web.Hosting;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.PaperApplications;

internal enum PaperApplicationOutcome
{
    Stored,
    KnownAddress,
    Refused,

    /// <summary>Others kept coming first; nothing was stored.</summary>
    Overtaken,
}

/// <summary>Stores an application that staff keyed in: by the rule that the public form asks, with its mail and its line in the audit log.</summary>
internal sealed class PaperApplicationService(CxoLabDb db, AuditTrail audit, StaffSaveService pen, PaperApplicationSettings settings)
{
    public Task<(string? Number, PaperApplicationOutcome Outcome)> StoreAsync(PaperApplicationForm entry, ApplyForm folded, Cohort cohort, CancellationToken ct) =>
        LostRace.RetryAsync(db, (_, token) => AttemptAsync(entry, folded, cohort, token), () => (null, PaperApplicationOutcome.Overtaken), ct);

    private async Task<(string? Number, PaperApplicationOutcome Outcome)> AttemptAsync(PaperApplicationForm entry, ApplyForm folded, Cohort cohort, CancellationToken ct)
    {
        var email = Application.EmailKey(folded.Email!);
        var known = await db.Applications.AsNoTracking()
            .Where(a => a.Key == entry.Key || (a.CohortId == cohort.Id && a.ActiveEmail == email))
            .Select(a => new { a.Key, a.Number })
            .FirstOrDefaultAsync(ct);
        if (known is not null)
        {
            return (known.Number, known.Key == entry.Key ? PaperApplicationOutcome.Stored : PaperApplicationOutcome.KnownAddress);
        }

        if (await ReceiveAsync(entry, folded, cohort, ct) is not { } number)
        {
            return (null, PaperApplicationOutcome.Refused);
        }

        await db.SaveChangesAsync(ct);
        pen.Wake();
        return (number, PaperApplicationOutcome.Stored);
    }

    private async Task<string?> ReceiveAsync(PaperApplicationForm entry, ApplyForm folded, Cohort cohort, CancellationToken ct)
    {
        var receiver = cohort.Capacity is null ? cohort : await db.Cohorts.SingleAsync(c => c.Id == cohort.Id, ct);
        var arrived = entry.ArrivedUtc(pen.UtcNow);
        var applicant = folded.ToApplicant(cohort, entry.Key!);
        if (receiver.Receive(applicant, arrived, arrived, settings.PaymentDays, entry.ChannelAsked!.Value, pen.UtcNow) is not Reception.Accepted(var application))
        {
            return null;
        }

        var text = await db.MailTextAsync(MailKind.PaymentInstructions, cohort.Id, ct);
        db.Add(application);
        db.Add(PaymentInstructions.For(new MailContext(application, cohort, settings.Office), text).QueuedAt(pen.RealUtcNow));
        audit.Write(AuditAction.ApplicationEntered, application.Number, after: new { application.Channel, ArrivedOn = entry.ArrivedDay, application.Name, application.Email });
        return application.Number;
    }
}

internal sealed class PaperApplicationSettings(OfficeDetails office, IOptions<ProgrammeSettings> programme)
{
    public OfficeDetails Office { get; } = office;

    public int PaymentDays => programme.Value.PaymentDays;
}
