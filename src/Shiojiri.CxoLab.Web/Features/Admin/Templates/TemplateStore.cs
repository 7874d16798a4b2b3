using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Templates;

/// <summary>Keeps a cohort's own texts. Whoever wrote on an older text than the one that holds now is told so (false).</summary>
internal sealed class TemplateStore(CxoLabDb db, AuditTrail audit, CurrentStaff staff, TimeProvider time)
{
    public Task<MailTemplate?> FindAsync(MailKind kind, Cohort cohort, CancellationToken ct) =>
        db.MailTemplates.FirstOrDefaultAsync(t => t.CohortId == cohort.Id && t.Kind == kind, ct);

    public async Task<bool> WriteAsync(MailKind kind, Cohort cohort, MailText text, Guid? version, CancellationToken ct)
    {
        var stored = await FindAsync(kind, cohort, ct);
        var before = stored?.Text ?? BuiltInTexts.Of(kind);
        if (before == text)
        {
            // Nothing to change; also the same form sent twice.
            return true;
        }

        if (stored?.Version != version)
        {
            return false;
        }

        if (stored is null)
        {
            db.Add(stored = new MailTemplate(cohort.Id, kind));
        }

        stored.Write(text, staff.Actor, time.GetUtcNow().UtcDateTime);
        audit.Write(AuditAction.TemplateChanged, Subject(kind, cohort), before, text);
        return await SaveAsync(ct);
    }

    public async Task<bool> ResetAsync(MailKind kind, Cohort cohort, Guid? version, CancellationToken ct)
    {
        if (await FindAsync(kind, cohort, ct) is not { } stored)
        {
            return true;
        }

        if (stored.Version != version)
        {
            return false;
        }

        db.Remove(stored);
        audit.Write(AuditAction.TemplateReset, Subject(kind, cohort), stored.Text, BuiltInTexts.Of(kind));
        return await SaveAsync(ct);
    }

    private static string Subject(MailKind kind, Cohort cohort) => $"{cohort.Name} {kind.Label()}";

    private async Task<bool> SaveAsync(CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException lost) when (lost is DbUpdateConcurrencyException || UniqueViolation.Is(lost))
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }
}
