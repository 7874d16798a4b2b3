using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Text;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Applications;

/// <summary>What staff add to an application: notes, tags, who looks after it. Each with its line in the audit log.</summary>
internal sealed class ApplicantService(CxoLabDb db, StaffScope scope, AuditTrail audit, StaffSaveService saves)
{
    public Task NoteViewAsync(AuditAction view, string number, CancellationToken ct)
    {
        audit.Write(view, number);
        return db.SaveChangesAsync(ct);
    }

    public async Task<SaveOutcome> AddNoteAsync(string number, NoteForm form, CancellationToken ct)
    {
        if (await FindAsync(number, ct) is not { } application)
        {
            return SaveOutcome.NotThere;
        }

        var key = RandomToken.IsWellFormed(form.Key) ? form.Key! : RandomToken.Draw();
        db.Add(new ApplicationNote(key, application.Id, Folding.Paragraph(form.Text), saves.Actor, saves.UtcNow));
        audit.Write(AuditAction.NoteAdded, number, after: new { Note = Folding.Paragraph(form.Text) });
        return await OnceAsync(ct);
    }

    public async Task<SaveOutcome> AddTagAsync(string number, string name, CancellationToken ct)
    {
        if (await FindAsync(number, ct) is not { } application)
        {
            return SaveOutcome.NotThere;
        }

        var key = Tag.KeyOf(name);
        if (await db.Tags.SingleOrDefaultAsync(t => t.CohortId == application.CohortId && t.Key == key, ct) is not { } tag)
        {
            tag = new Tag(application.CohortId, Folding.Line(name));
            db.Add(tag);
            await OnceAsync(ct);
            tag = await db.Tags.AsNoTracking().SingleAsync(t => t.CohortId == application.CohortId && t.Key == key, ct);
        }

        db.Add(new ApplicationTag(application.Id, tag.Id));
        audit.Write(AuditAction.TagAdded, number, after: new { Tag = tag.Name });
        return await OnceAsync(ct);
    }

    public async Task<SaveOutcome> RemoveTagAsync(string number, string name, CancellationToken ct)
    {
        if (await FindAsync(number, ct) is not { } application)
        {
            return SaveOutcome.NotThere;
        }

        var key = Tag.KeyOf(name);
        var tag = await db.ApplicationTags.SingleOrDefaultAsync(
            t => t.ApplicationId == application.Id && db.Tags.Any(n => n.Id == t.TagId && n.Key == key), ct);
        if (tag is not null)
        {
            db.Remove(tag);
            audit.Write(AuditAction.TagRemoved, number, before: new { Tag = name });
            await OnceAsync(ct);
        }

        return SaveOutcome.Done;
    }

    public async Task<SaveOutcome> AssignAsync(string number, int? accountId, Guid version, CancellationToken ct)
    {
        if (await FindAsync(number, ct) is not { } application
            || (accountId is { } id && !await db.StaffAccounts.WhoCanCareFor(application.CohortId).AnyAsync(a => a.Id == id, ct)))
        {
            return SaveOutcome.NotThere;
        }

        if (application.Version != version)
        {
            return SaveOutcome.Stale;
        }

        audit.Write(AuditAction.Assigned, number, new { Assignee = await NameAsync(application.AssigneeId, ct) }, new { Assignee = await NameAsync(accountId, ct) });
        application.AssignTo(accountId);
        return await saves.SaveAsync(ct);
    }

    private Task<Application?> FindAsync(string number, CancellationToken ct) => scope.People.SingleOrDefaultAsync(a => a.Number == number, ct);

    private Task<string?> NameAsync(int? accountId, CancellationToken ct) =>
        db.StaffAccounts.Where(a => a.Id == accountId).Select(a => a.DisplayName).SingleOrDefaultAsync(ct);

    // The same note or tag sent twice is there once: the second sending finds what it wanted done.
    private async Task<SaveOutcome> OnceAsync(CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException twice) when (UniqueViolation.Is(twice) || twice is DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
        }

        return SaveOutcome.Done;
    }
}
