using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Text;
using Shiojiri.CxoLab.Web.Data.Seed;

namespace Shiojiri.CxoLab.Web.Data;

/// <summary>
/// What a start does for an empty database and for the rows of an earlier release. Almost every start finds nothing to fill in, and asks that in one question instead of
/// six: EF takes longer over each question that it meets for the first time than the database over its answer.
/// </summary>
internal static class Upkeep
{
    public static async Task DoAsync(IServiceProvider services, CxoLabDb db, bool withFirstContent, CancellationToken ct)
    {
        if (!await IsFilledAsync(db, ct))
        {
            if (withFirstContent)
            {
                await FirstContent.AddAsync(db, ct);
            }

            await FoldedColumns.RefillAsync(db, ct);
        }

        await StoredSecrets.ProtectAsync(services, db, ct);
    }

    /// <summary>Whether there is content, and none of what <see cref="FoldedColumns"/> fills in is missing. Without the one row of SiteStamps nothing is asked: false.</summary>
    private static Task<bool> IsFilledAsync(CxoLabDb db, CancellationToken ct) => db.SiteStamps
        .Select(_ => (db.Cohorts.Any() || db.ContentItems.Any() || db.SettingRevisions.Any())
            && !db.Applications.Any(a => a.SearchVersion != SearchKey.Version)
            && !db.Tags.Any(t => t.Key == null)
            && !db.Briefings.Any(b => b.CohortId == null))
        .SingleOrDefaultAsync(ct);
}
