using Microsoft.EntityFrameworkCore;

namespace Shiojiri.CxoLab.Web.Data.Seed;

/// <summary>What the site carries on its first day. It is put into an empty database only, so what staff changed or removed stays so.</summary>
internal static class FirstContent
{
    public static async Task AddAsync(CxoLabDb db, CancellationToken ct)
    {
        if (await db.Cohorts.AnyAsync(ct) || await db.ContentItems.AnyAsync(ct) || await db.SettingRevisions.AnyAsync(ct))
        {
            return;
        }

        // Public from the first second, whatever day the programme's clock shows.
        var cohort = ThirdCohort.Make();
        cohort.Publish(DateTime.UnixEpoch);
        db.Add(cohort);
        db.AddRange(ThirdCohort.Briefings().Select(b => b.For(cohort)));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException lost) when (UniqueViolation.Is(lost))
        {
            // Another process put the same content in at this moment.
            db.ChangeTracker.Clear();
        }
    }
}
