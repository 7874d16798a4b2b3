using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Mail;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Status;

internal enum StatusOutcome
{
    Done,

    /// <summary>Done, and no mail tells of it: the decision had not been told, or the person is reached by telephone.</summary>
    DoneUntold,
    NotThere,
    Stale,

    /// <summary>A mail of the decision is being sent at this moment.</summary>
    IsLeaving,

    /// <summary>The person has applied again since: one of the two has to stand.</summary>
    HasAppliedAgain,
}

/// <summary>Takes one decision back, or offers one place that fell free: status, place, fee, mails and audit line in one save.</summary>
internal sealed class StatusService(
    TrackedApplications applications, AuditTrail audit, StaffSaveService saves, MailComposer composer, ContraryMails contrary)
{
    public Task<Application?> FindAsync(string number, CancellationToken ct) => applications.ReadAsync(number, ct);

    public Task<bool> IsToldAsync(Application application, CancellationToken ct) => contrary.IsToldAsync(application, ct);

    /// <param name="withCorrection">Whether a mail takes back what the person was told; nobody is sent one who was told nothing.</param>
    public Task<StatusOutcome> TakeBackAsync(string number, Guid version, string reason, bool withCorrection, CancellationToken ct) =>
        ChangeAsync(number, version, (a, _) => a.Status.IsDecision(), withCorrection ? MailKind.Correction : null, reason,
            found => found.Application.TakeBack(found.Cohort, found.DueOn, reason, saves.Actor, saves.UtcNow), ct);

    public Task<StatusOutcome> OfferPlaceAsync(string number, Guid version, CancellationToken ct) =>
        ChangeAsync(number, version, (a, cohort) => a.CanBeOfferedPlace(cohort), MailKind.PlaceOffer, "席の案内",
            found => found.Application.TakeOfferedPlace(found.Cohort, found.DueOn, saves.Actor, saves.UtcNow), ct);

    private async Task<StatusOutcome> ChangeAsync(
        string number, Guid version, Func<Application, Cohort, bool> isPossible, MailKind? tells, string reason, Action<TrackedApplication> change,
        CancellationToken ct)
    {
        if (await applications.FindAsync(number, ct) is not { } found)
        {
            return StatusOutcome.NotThere;
        }

        var (application, cohort, _) = found;
        var before = application.Status;
        if (application.Version != version || !isPossible(application, cohort))
        {
            return StatusOutcome.Stale;
        }

        var isTold = tells != MailKind.Correction || await contrary.IsToldAsync(application, ct);
        change(found);

        var stopped = await contrary.CancelAsync(application, ct);
        if (stopped.IsLeaving)
        {
            return StatusOutcome.IsLeaving;
        }

        await applications.DropPreparationAsync(application, ct);
        var told = isTold && tells is { } kind && await composer.TryQueueAsync(kind, new MailRequest.ToApplicant(application, $"{application.Version:N}"), ct) is null;
        audit.Write(
            AuditAction.StatusChanged, application.Number, new { Status = before },
            new { application.Status, Reason = reason, Mail = told ? tells!.Value.Label() : null, CancelledMails = stopped.Subjects });
        return await SaveAsync(ct) is var outcome && outcome == StatusOutcome.Done && (!isTold || (tells is not null && !told)) ? StatusOutcome.DoneUntold : outcome;
    }

    private async Task<StatusOutcome> SaveAsync(CancellationToken ct)
    {
        try
        {
            return await saves.SaveAsync(ct) == SaveOutcome.Done ? StatusOutcome.Done : StatusOutcome.Stale;
        }
        catch (DbUpdateException twice) when (UniqueViolation.Is(twice))
        {
            return StatusOutcome.HasAppliedAgain;
        }
    }
}
