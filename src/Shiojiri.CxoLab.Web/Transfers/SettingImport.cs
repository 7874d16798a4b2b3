using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Settings;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Settings;

namespace Shiojiri.CxoLab.Web.Transfers;

/// <summary>Settings of a document as new revisions, where they say something else than what holds.</summary>
internal sealed class SettingImport(CxoLabDb db, CurrentSettings current, TimeProvider time)
{
    /// <param name="cohortId">Null: the site's own.</param>
    public async Task AddAsync(int? cohortId, IReadOnlyDictionary<SettingSection, JsonObject> sections, CancellationToken ct)
    {
        foreach (var (section, typed) in sections)
        {
            var values = SettingsText.Folded(section, typed);
            var scope = SettingRevision.ScopeOf(cohortId, section);
            var newest = await db.SettingRevisions.AsNoTracking().Where(r => r.Scope == scope).OrderByDescending(r => r.Number).FirstOrDefaultAsync(ct);
            var holds = newest?.Json ?? (cohortId is null ? current.TextOf(null, section) : "null");
            if (!JsonNode.DeepEquals(JsonNode.Parse(holds), values))
            {
                db.Add(SettingRevision.Of(cohortId, section, (newest?.Number ?? 0) + 1, values, Actor.CommandLine, time.GetUtcNow().UtcDateTime));
            }
        }
    }
}
