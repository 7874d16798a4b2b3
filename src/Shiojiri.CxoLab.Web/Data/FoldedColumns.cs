using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Text;

namespace Shiojiri.CxoLab.Web.Data;

/// <summary>
/// Fills the columns that are folded from others, where a row has none yet or one by an older fold. It runs after the migrations, in
/// batches, and does nothing where nothing is to be done: whatever stops it, the next start goes on.
/// </summary>
internal static class FoldedColumns
{
    private const int AtOnce = 500;
    private const int MostRounds = 10_000;

    public static async Task RefillAsync(CxoLabDb db, CancellationToken ct)
    {
        await IndexApplicationsAsync(db, ct);
        await IndexTagsAsync(db, ct);
        await PlaceBriefingsAsync(db, ct);
        db.ChangeTracker.Clear();
    }

    private static async Task IndexApplicationsAsync(CxoLabDb db, CancellationToken ct)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            db.ChangeTracker.Clear();
            var old = await db.Applications.Where(a => a.SearchVersion != SearchKey.Version).OrderBy(a => a.Id).Take(AtOnce).ToListAsync(ct);
            if (old.Count == 0)
            {
                return;
            }

            old.ForEach(a => a.IndexForSearch());
            try
            {
                await db.SaveChangesAsync(ct);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Somebody changed one of them at this moment: look again.
            }
        }
    }

    // Tags from before there was a key; those that are one by now give what they are on to the oldest.
    private static async Task IndexTagsAsync(CxoLabDb db, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var old = await db.Tags.Where(t => t.Key == null).OrderBy(t => t.Id).ToListAsync(ct);
        foreach (var tag in old)
        {
            var key = Tag.KeyOf(tag.Name);
            if (await db.Tags.FirstOrDefaultAsync(t => t.CohortId == tag.CohortId && t.Key == key, ct) is { } same)
            {
                await MergeAsync(db, tag, same, ct);
            }
            else
            {
                tag.Index();
            }

            try
            {
                await db.SaveChangesAsync(ct);
            }
            catch (DbUpdateException lost) when (lost is DbUpdateConcurrencyException || UniqueViolation.Is(lost))
            {
                // Another process does the same at this moment, and goes on with it.
                return;
            }
        }
    }

    private static async Task MergeAsync(CxoLabDb db, Tag tag, Tag into, CancellationToken ct)
    {
        var has = await db.ApplicationTags.Where(t => t.TagId == into.Id).Select(t => t.ApplicationId).ToListAsync(ct);
        var links = await db.ApplicationTags.Where(t => t.TagId == tag.Id).ToListAsync(ct);
        db.AddRange(links.Where(l => !has.Contains(l.ApplicationId)).Select(l => new ApplicationTag(l.ApplicationId, into.Id)));
        db.RemoveRange(links);
        db.Remove(tag);
    }

    // Briefings from before they belonged to a cohort are those of the first one.
    private static async Task PlaceBriefingsAsync(CxoLabDb db, CancellationToken ct)
    {
        if (await db.Briefings.AnyAsync(b => b.CohortId == null, ct) && await db.Cohorts.OrderBy(c => c.Ordinal).FirstOrDefaultAsync(ct) is { } oldest)
        {
            foreach (var briefing in await db.Briefings.Where(b => b.CohortId == null).ToListAsync(ct))
            {
                briefing.For(oldest);
            }

            await db.SaveChangesAsync(ct);
        }
    }
}
