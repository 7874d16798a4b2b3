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
using Shiojiri.CxoLab.Web.Mail;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.PaperApplications;

internal enum PaperApplicationOutcome
{
    Stored,
    KnownAddress,
    Refused,
}

/// <summary>Stores an application that staff keyed in: by the rule that the public form asks, with its mail and its line in the audit log.</summary>
internal sealed class PaperApplicationService(CxoLabDb db, AuditTrail audit, StaffSaveService pen, MailComposer composer, PaperApplicationSettings settings)
{
    private const int MostRounds = 5;

    public async Task<(string? Number, PaperApplicationOutcome Outcome)> StoreAsync(PaperApplicationForm entry, ApplyForm folded, Cohort cohort, CancellationToken ct)
    {
        for (var round = 1; ; round++)
        {
            db.ChangeTracker.Clear();
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

            try
            {
                if (await pen.SaveAsync(ct) == SaveOutcome.Done)
                {
                    return (number, PaperApplicationOutcome.Stored);
                }
            }
            catch (DbUpdateException lost) when (UniqueViolation.Is(lost) && round < MostRounds)
            {
                // The same form or address a moment ago, or a number drawn twice: look again.
            }
        }
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

        db.Add(application);
        await composer.QueueAsync(MailKind.PaymentInstructions, new MailRequest.ToApplicant(application), ct);
        audit.Write(AuditAction.ApplicationEntered, application.Number, after: new { application.Channel, ArrivedOn = entry.ArrivedDay, application.Name, application.Email });
        return application.Number;
    }
}

internal sealed class PaperApplicationSettings(IOptions<ProgrammeSettings> programme)
{
    public int PaymentDays => programme.Value.PaymentDays;
}
