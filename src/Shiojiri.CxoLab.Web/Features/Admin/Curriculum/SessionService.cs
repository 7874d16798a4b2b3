using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Text;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Curriculum;

/// <summary>Stores the dates of a cohort as staff keep them.</summary>
internal sealed class SessionService(CxoLabDb db, AuditTrail audit, StaffSaveService saves)
{
    /// <summary>Done too when the same form has been sent before.</summary>
    public async Task<SaveOutcome> AddAsync(Cohort of, CurriculumSession session, CancellationToken ct)
    {
        var cohort = await db.Cohorts.SingleAsync(c => c.Id == of.Id, ct);
        cohort.Add(session);
        audit.Write(AuditAction.SessionAdded, Subject(of, session), null, new { session.ToDays().When });
        await saves.SaveFirstAsync(ct);
        return SaveOutcome.Done;
    }

    public Task<SaveOutcome> ChangeAsync(Cohort of, string slug, SessionContents contents, Guid version, CancellationToken ct) => WithAsync(of, slug, version, session =>
    {
        var changes = SessionTexts.Changes(session.ToContents(), contents);
        audit.Write(AuditAction.SessionChanged, Subject(of, session), changes.ToDictionary(c => c.Label, c => c.Before), changes.ToDictionary(c => c.Label, c => c.After));
        session.Change(contents);
    }, ct);

    /// <summary>Adds and changes what an imported table says, in one save; stale when one of the dates was changed in between.</summary>
    public async Task<SaveOutcome> ImportAsync(CohortHead head, IReadOnlyList<ImportedSession> rows, CancellationToken ct)
    {
        var today = JapanTime.DayOf(head.NowUtc);
        var cohort = await db.Cohorts.Include(c => c.Sessions).SingleAsync(c => c.Id == head.Cohort.Id, ct);
        foreach (var (row, known, form) in rows.Where(r => r.Row.Verdict is ImportVerdict.New or ImportVerdict.Changed))
        {
            var (contents, days) = (form.ToContents(), form.ToDays(today));
            if (known is null)
            {
                var added = new CurriculumSession(form.Slug!, contents, days);
                cohort.Add(added);
                audit.Write(AuditAction.SessionAdded, Subject(cohort, added), null, new { days.When });
                continue;
            }

            if (cohort.Sessions.SingleOrDefault(s => s.Id == known.Id) is not { } session || session.Version != known.Version)
            {
                return SaveOutcome.Stale;
            }

            if (SessionTexts.Changes(session.ToContents(), contents) is { Count: > 0 } changes)
            {
                audit.Write(AuditAction.SessionChanged, Subject(cohort, session), changes.ToDictionary(c => c.Label, c => c.Before), changes.ToDictionary(c => c.Label, c => c.After));
                session.Change(contents);
            }

            if (days != session.ToDays())
            {
                audit.Write(AuditAction.SessionMoved, Subject(cohort, session), new { session.ToDays().When }, new { days.When });
                session.Move(days, head.IsPublic);
            }
        }

        return await saves.SaveFirstAsync(ct);
    }

    /// <param name="wasSeen">Visitors know the days of before.</param>
    public Task<SaveOutcome> MoveAsync(Cohort of, string slug, SessionDays days, bool wasSeen, Guid version, CancellationToken ct) => WithAsync(of, slug, version, session =>
    {
        audit.Write(AuditAction.SessionMoved, Subject(of, session), new { session.ToDays().When }, new { days.When });
        session.Move(days, wasSeen);
    }, ct);

    public Task<SaveOutcome> CancelAsync(Cohort of, string slug, Guid version, CancellationToken ct) => WithAsync(of, slug, version, session =>
    {
        audit.Write(AuditAction.SessionCancelled, Subject(of, session), null, new { session.ToDays().When });
        session.Cancel(saves.UtcNow);
    }, ct);

    public Task<SaveOutcome> ReinstateAsync(Cohort of, string slug, Guid version, CancellationToken ct) => WithAsync(of, slug, version, session =>
    {
        audit.Write(AuditAction.SessionChanged, Subject(of, session), new Dictionary<string, string> { ["状態"] = "中止" }, new Dictionary<string, string> { ["状態"] = "予定どおり" });
        session.Reinstate();
    }, ct);

    /// <summary>Takes it away for good: only while nobody can have seen it. Stale otherwise.</summary>
    public async Task<SaveOutcome> RemoveAsync(Cohort of, string slug, Guid version, CancellationToken ct)
    {
        var now = saves.UtcNow;
        var isSeen = await db.Cohorts.AnyAsync(c => c.Id == of.Id && (c.PublishedUtc <= now || db.Applications.Any(a => a.CohortId == c.Id)), ct);
        return isSeen ? SaveOutcome.Stale : await WithAsync(of, slug, version, session =>
        {
            audit.Write(AuditAction.SessionRemoved, Subject(of, session), new { session.ToDays().When });
            db.Remove(session);
        }, ct);
    }

    private async Task<SaveOutcome> WithAsync(Cohort of, string slug, Guid version, Action<CurriculumSession> change, CancellationToken ct)
    {
        var session = await db.Cohorts.Where(c => c.Id == of.Id).SelectMany(c => c.Sessions).SingleOrDefaultAsync(s => s.Slug == slug, ct);
        if (session is null)
        {
            return SaveOutcome.NotThere;
        }

        if (session.Version != version)
        {
            return SaveOutcome.Stale;
        }

        change(session);
        return await saves.SaveAsync(ct);
    }

    private static string Subject(Cohort cohort, CurriculumSession session) => $"{cohort.Name}{Quotation.Of(session.Title)}";
}
