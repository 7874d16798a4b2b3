using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Briefings;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Text;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Briefings;

/// <summary>Reads and stores the briefings of a cohort as staff keep them.</summary>
internal sealed class BriefingService(CxoLabDb db, AuditTrail audit, StaffSaveService saves)
{
    public Task<List<Briefing>> AllAsync(Cohort of, CancellationToken ct) => db.Briefings.OfCohort(of).ToListAsync(ct);

    public Task<Briefing?> FindAsync(Cohort of, string slug, CancellationToken ct) =>
        db.Briefings.AsNoTracking().SingleOrDefaultAsync(b => b.CohortId == of.Id && b.Slug == slug, ct);

    /// <summary>Done too when the same form has been sent before.</summary>
    public Task AddAsync(Cohort of, string slug, BriefingContents typed, CancellationToken ct)
    {
        var briefing = new Briefing(slug, typed.Title, typed.Subtitle, typed.HeldOn, typed.StartsAt, typed.EndsAt, typed.SignUpUrl).OfCohort(of.Id);
        db.Add(briefing);
        audit.Write(AuditAction.BriefingAdded, Subject(of, briefing), null, new { briefing.When });
        return saves.SaveFirstAsync(ct);
    }

    public Task<SaveOutcome> ChangeAsync(Cohort of, string slug, BriefingContents to, Guid version, CancellationToken ct) => WithAsync(of, slug, version, briefing =>
    {
        var changes = to.From(BriefingContents.Of(briefing));
        audit.Write(AuditAction.BriefingChanged, Subject(of, briefing), changes.ToDictionary(c => c.Label, c => c.Before), changes.ToDictionary(c => c.Label, c => c.After));
        briefing.Change(to.Title, to.Subtitle, to.HeldOn, to.StartsAt, to.EndsAt, to.SignUpUrl);
    }, ct);

    public Task<SaveOutcome> CancelAsync(Cohort of, string slug, Guid version, CancellationToken ct) => WithAsync(of, slug, version, briefing =>
    {
        audit.Write(AuditAction.BriefingCancelled, Subject(of, briefing), null, new { briefing.When });
        briefing.Cancel(saves.UtcNow);
    }, ct);

    public Task<SaveOutcome> ReinstateAsync(Cohort of, string slug, Guid version, CancellationToken ct) => WithAsync(of, slug, version, briefing =>
    {
        audit.Write(
            AuditAction.BriefingChanged, Subject(of, briefing), new Dictionary<string, string> { ["状態"] = "中止" }, new Dictionary<string, string> { ["状態"] = "予定どおり" });
        briefing.Reinstate();
    }, ct);

    private async Task<SaveOutcome> WithAsync(Cohort of, string slug, Guid version, Action<Briefing> change, CancellationToken ct)
    {
        var briefing = await db.Briefings.SingleOrDefaultAsync(b => b.CohortId == of.Id && b.Slug == slug, ct);
        if (briefing is null)
        {
            return SaveOutcome.NotThere;
        }

        if (briefing.Version != version)
        {
            return SaveOutcome.Stale;
        }

        change(briefing);
        return await saves.SaveAsync(ct);
    }

    private static string Subject(Cohort cohort, Briefing briefing) => $"{cohort.Name}{Quotation.Of(briefing.Title)}";
}
