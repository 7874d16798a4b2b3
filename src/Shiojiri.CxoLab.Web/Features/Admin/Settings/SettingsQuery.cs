using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Pictures;
using Shiojiri.CxoLab.Settings;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Shared;

namespace Shiojiri.CxoLab.Web.Features.Admin.Settings;

/// <summary>Reads settings for their pages.</summary>
internal sealed class SettingsQuery(CxoLabDb db, CurrentSettings current, PictureCatalogue pictures)
{
    private const int MostRevisions = 100;

    public async Task<SettingsPage> AllAsync(CancellationToken ct)
    {
        var texts = SettingsPage.Sections.ToDictionary(s => s, s => SettingsText.Of(s, current.TextOf(null, s)));
        var cohorts = await db.Cohorts.AsNoTracking().OrderByDescending(c => c.Ordinal).Take(50).ToListAsync(ct);
        return new SettingsPage(texts,
        [
            .. cohorts.SelectMany(c => SettingsPage.Sections.Where(s => s.MayBelongToCohort() && HasOwn(c, s)).Select(s => (c, s))),
        ])
        {
            Contradiction = RetentionSentence.Contradiction(current.Privacy),
        };
    }

    public SettingSectionPage Section(SettingSection section, Cohort? cohort)
    {
        var texts = Texts(section, cohort);
        return new SettingSectionPage(section, cohort, HasOwn(cohort, section), new SettingsForm { Values = texts, Seen = Number(section, cohort) }, [], texts, false);
    }

    /// <summary>The form as typed, with what is wrong with it.</summary>
    public SettingSectionPage Section(SettingSection section, Cohort? cohort, SettingsForm typed, IReadOnlyList<FieldError> errors) =>
        Section(section, cohort) with { Form = typed, Errors = errors };

    /// <summary>The form as typed, beside what somebody else saved meanwhile; saving it again is then meant.</summary>
    public SettingSectionPage Stale(SettingSection section, Cohort? cohort, SettingsForm typed) =>
        Section(section, cohort) with { Form = typed with { Seen = Number(section, cohort) }, IsStale = true };

    public async Task<SettingHistoryPage> HistoryAsync(SettingSection section, Cohort? cohort, CancellationToken ct)
    {
        var scope = SettingRevision.ScopeOf(cohort?.Id, section);
        var revisions = await db.SettingRevisions.AsNoTracking().Where(r => r.Scope == scope).OrderByDescending(r => r.Number).Take(MostRevisions).ToListAsync(ct);
        return new SettingHistoryPage(section, cohort, [.. revisions.Select((r, i) => Entry(r, revisions.ElementAtOrDefault(i + 1)))]);
    }

    private SettingHistoryEntry Entry(SettingRevision revision, SettingRevision? before)
    {
        var (now, then) = (SettingsText.Of(revision.Section, revision.Json), SettingsText.Of(revision.Section, before?.Json ?? "null"));
        return new SettingHistoryEntry(revision.Number, revision.SavedUtc, revision.SavedBy, revision.IsGivenUp,
        [
            .. SettingField.Of(revision.Section).Where(f => now[f.Name] != then[f.Name]).Select(f => new SettingChange(f.Label, f.Shown(then[f.Name], pictures), f.Shown(now[f.Name], pictures))),
        ]);
    }

    private Dictionary<string, string?> Texts(SettingSection section, Cohort? cohort) => SettingsText.Of(section, current.TextOf(cohort?.Id, section));

    private bool HasOwn(Cohort? cohort, SettingSection section) => cohort is not null && current.Revision(cohort.Id, section)?.CohortId == cohort.Id;

    private int Number(SettingSection section, Cohort? cohort) => current.Newest(cohort?.Id, section)?.Number ?? 0;
}
