using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Pictures;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Text;
using Shiojiri.CxoLab.Themes;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Themes;

/// <summary>Stores the themes of a cohort as staff keep them, each change with its line in the log.</summary>
internal sealed class ThemeService(CxoLabDb db, AuditTrail audit, StaffSaveService saves, PictureCatalogue pictures)
{
    private const int LongestName = 40;

    /// <summary>The theme as it stands; the same one when the form was sent before.</summary>
    public async Task<Theme> AddAsync(Cohort of, ThemeForm form, CancellationToken ct)
    {
        var own = db.Themes.Where(t => t.CohortId == of.Id);
        if (await own.FirstOrDefaultAsync(t => t.Key == form.Drawn, ct) is { } known)
        {
            return known;
        }

        var theme = db.Add(new Theme(of.Id, form.Drawn!, (await own.MaxAsync(t => (int?)t.Position, ct) ?? 0) + 1, form.ToContents())).Entity;
        audit.Write(AuditAction.ThemeAdded, Subject(of, theme));
        Confirm(of, theme, form);
        Publish(of, theme, form);

        // Stale: the same form, stored a moment ago by another request.
        await saves.SaveFirstAsync(ct);
        return theme;
    }

    /// <summary>The theme as it stands after it; null when it is gone or somebody else changed it first.</summary>
    public async Task<(SaveOutcome Outcome, Theme? Theme)> ChangeAsync(Cohort of, string key, ThemeForm form, CancellationToken ct)
    {
        if (await FindAsync(of, key, ct) is not { } theme)
        {
            return (SaveOutcome.NotThere, null);
        }

        if (theme.Version != form.Version)
        {
            return (SaveOutcome.Stale, null);
        }

        Change(of, theme, form.ToContents());
        Confirm(of, theme, form);
        Publish(of, theme, form);
        var outcome = await saves.SaveAsync(ct);
        return (outcome, outcome == SaveOutcome.Done ? theme : null);
    }

    /// <summary>Changes places with the neighbour before or behind; nothing happens at the end of the list.</summary>
    public async Task<SaveOutcome> MoveAsync(Cohort of, string key, bool up, CancellationToken ct)
    {
        var order = await db.Themes.Where(t => t.CohortId == of.Id).OrderBy(t => t.Position).ThenBy(t => t.Id).Take(ThemeLimits.MostOfCohort * 2).ToListAsync(ct);
        var at = order.FindIndex(t => t.Key == key);
        if (at < 0)
        {
            return SaveOutcome.NotThere;
        }

        var theme = order[at];
        if (RowOrder.Move(order, at, up) is not { } place)
        {
            return SaveOutcome.Done;
        }

        audit.Write(AuditAction.ThemeMoved, Subject(of, theme), after: new { Place = place });
        for (var i = 0; i < order.Count; i++)
        {
            order[i].MoveTo(i + 1);
        }

        return await saves.SaveAsync(ct);
    }

    /// <summary>For good: only what visitors don't read and nobody chose. Stale otherwise.</summary>
    public async Task<SaveOutcome> RemoveAsync(Cohort of, string key, Guid version, CancellationToken ct)
    {
        if (await FindAsync(of, key, ct) is not { } theme)
        {
            return SaveOutcome.NotThere;
        }

        if (theme.Version != version || theme.IsPublic || await db.Applications.AnyAsync(a => a.Themes.Any(t => t.ThemeId == theme.Id), ct))
        {
            return SaveOutcome.Stale;
        }

        audit.Write(AuditAction.ThemeRemoved, Subject(of, theme));
        db.Remove(theme);
        return await saves.SaveAsync(ct);
    }

    public Task<Theme?> FindAsync(Cohort of, string key, CancellationToken ct) => db.Themes.SingleOrDefaultAsync(t => t.CohortId == of.Id && t.Key == key, ct);

    private void Change(Cohort of, Theme theme, ThemeContents contents)
    {
        var fields = ThemeTexts.Changes(theme.ToContents(), contents, pictures);
        if (fields.Count == 0)
        {
            return;
        }

        var wasConfirmed = theme.IsConfirmed;
        theme.Change(contents);
        audit.Write(AuditAction.ThemeChanged, Subject(of, theme), after: new { Fields = string.Join("、", fields.Select(f => f.Label)) });
        if (wasConfirmed && !theme.IsConfirmed)
        {
            audit.Write(AuditAction.ThemeUnconfirmed, Subject(of, theme));
        }
    }

    // A box that an earlier save had ticked says nothing of words that this form changes.
    private void Confirm(Cohort of, Theme theme, ThemeForm form)
    {
        if (form.Confirms && !theme.IsConfirmed)
        {
            theme.Confirm(saves.Actor, saves.UtcNow);
            audit.Write(AuditAction.ThemeConfirmed, Subject(of, theme));
        }
        else if (theme.IsConfirmed && form.Confirmed is null && form.ConfirmedAnew is null)
        {
            theme.Unconfirm();
            audit.Write(AuditAction.ThemeUnconfirmed, Subject(of, theme));
        }
    }

    // What lacks something stays a draft: the page tells what.
    private void Publish(Cohort of, Theme theme, ThemeForm form)
    {
        if (form.WantsPublic && !theme.IsPublic && theme.Missing.Count == 0)
        {
            theme.Publish(saves.UtcNow);
            audit.Write(AuditAction.ThemePublished, Subject(of, theme));
        }
        else if (!form.WantsPublic && theme.IsPublic)
        {
            theme.Withdraw(saves.UtcNow);
            audit.Write(AuditAction.ThemeWithdrawn, Subject(of, theme));
        }
    }

    // The log keeps short subjects only.
    private static string Subject(Cohort cohort, Theme theme)
    {
        var title = new StringInfo(Phrasing.Plain(theme.Title));
        var name = title.LengthInTextElements > LongestName ? $"{title.SubstringByTextElements(0, LongestName)}…" : title.String;
        return $"{cohort.Name}「{(name.Length > LongestName * 4 ? "題名の長いテーマ" : name)}」";
    }
}
