using Microsoft.EntityFrameworkCore;

namespace Shiojiri.CxoLab.Web.Data;

/// <summary>Applications from before there was a search are made findable, once.</summary>
internal static class SearchIndex
{
    public static async Task CompleteAsync(CxoLabDb db, CancellationToken ct)
    {
        while (await db.Applications.Where(a => a.SearchText == "").Take(200).ToListAsync(ct) is { Count: > 0 } unknown)
        {
            unknown.ForEach(application => application.IndexForSearch());
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
        }
    }
}
