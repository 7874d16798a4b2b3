using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Mail;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Payments;

/// <summary>Asks for the fee by another day: the day, the mails that name the one before, and the audit line in one save.</summary>
internal sealed class DueDateService(StaffScope scope, AuditTrail audit, StaffSaveService saves, ContraryMails contrary)
{
    /// <summary>Stale too when no fee is asked any more.</summary>
    public async Task<PaymentOutcome> MoveAsync(string number, DateOnly on, string reason, Guid version, CancellationToken ct)
    {
        if (await scope.People.SingleOrDefaultAsync(a => a.Number == number, ct) is not { } application)
        {
            return PaymentOutcome.NotThere;
        }

        var before = application.DueOn;
        if (application.Version != version || !application.MoveDueDate(on, saves.Today))
        {
            return PaymentOutcome.Stale;
        }

        await contrary.CancelThoseNamingSumAsync([application.Id], ct);
        audit.Write(AuditAction.DueDateMoved, number, new { DueOn = before }, new { application.DueOn, Reason = reason });
        return await saves.SaveAsync(ct) == SaveOutcome.Done ? PaymentOutcome.Done : PaymentOutcome.Stale;
    }
}
