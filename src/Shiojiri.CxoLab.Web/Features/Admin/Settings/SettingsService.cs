using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Pictures;
using Shiojiri.CxoLab.Settings;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Settings;

/// <summary>Saves a section as a new revision; nothing that was saved is ever changed.</summary>
internal sealed class SettingsService(CxoLabDb db, AuditTrail audit, StaffSaveService saves, PictureCatalogue pictures)
{
    /// <summary>Stale when somebody saved the section after the form was opened, or in this moment.</summary>
    public async Task<SaveOutcome> SaveAsync(SettingSection section, Cohort? cohort, SettingsForm form, CancellationToken ct)
    {
        var newest = await NewestAsync(section, cohort, ct);
        return (newest?.Number ?? 0) == form.Seen
            ? await AddAsync(section, cohort, newest, SettingsText.ToValues(section, form.Values), ct)
            : SaveOutcome.Stale;
    }

    /// <summary>From now on the site's values hold for the cohort again.</summary>
    public async Task<SaveOutcome> GiveUpAsync(SettingSection section, Cohort cohort, CancellationToken ct) =>
        await NewestAsync(section, cohort, ct) is { IsGivenUp: false } newest
            ? await AddAsync<object>(section, cohort, newest, null, ct)
            : SaveOutcome.Stale;

    /// <summary>Makes a new revision that says what an earlier one said; false when there is no such one.</summary>
    public async Task<bool> RestoreAsync(SettingSection section, Cohort? cohort, int number, CancellationToken ct)
    {
        var scope = SettingRevision.ScopeOf(cohort?.Id, section);
        var earlier = await db.SettingRevisions.AsNoTracking().SingleOrDefaultAsync(r => r.Scope == scope && r.Number == number, ct);
        return earlier is not null
            && await AddAsync(section, cohort, await NewestAsync(section, cohort, ct), earlier.Read<System.Text.Json.Nodes.JsonObject>(), ct) == SaveOutcome.Done;
    }

    private async Task<SaveOutcome> AddAsync<T>(SettingSection section, Cohort? cohort, SettingRevision? newest, T? values, CancellationToken ct)
        where T : class
    {
        var revision = SettingRevision.Of(cohort?.Id, section, (newest?.Number ?? 0) + 1, values, saves.Actor, saves.RealUtcNow);
        db.Add(revision);
        var (before, after) = (SettingsText.Of(section, newest?.Json ?? "null"), SettingsText.Of(section, revision.Json));
        var changed = SettingField.Of(section).Where(f => before[f.Name] != after[f.Name]).ToList();
        audit.Write(
            AuditAction.SettingChanged, cohort is null ? section.Label() : $"{cohort.Name}の{section.Label()}",
            changed.ToDictionary(f => f.Label, f => f.Shown(before[f.Name], pictures)), changed.ToDictionary(f => f.Label, f => f.Shown(after[f.Name], pictures)));
        return await saves.SaveFirstAsync(ct);
    }

    private Task<SettingRevision?> NewestAsync(SettingSection section, Cohort? cohort, CancellationToken ct)
    {
        var scope = SettingRevision.ScopeOf(cohort?.Id, section);
        return db.SettingRevisions.AsNoTracking().Where(r => r.Scope == scope).OrderByDescending(r => r.Number).FirstOrDefaultAsync(ct);
    }
}
