using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Shiojiri.CxoLab.Web.Data;

/// <summary>Writes a new stamp with every change of what is held in memory, and reads that anew after the save, whoever saves: nobody can forget to.</summary>
internal sealed class SiteStampInterceptor(SiteSnapshot snapshot) : SaveChangesInterceptor
{
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var db = (CxoLabDb)eventData.Context!;
        if (db.ChangeTracker.Entries().Any(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && snapshot.IsChangedBy(e)))
        {
            var stamp = db.SiteStamps.Local.FirstOrDefault() ?? db.SiteStamps.Attach(new SiteStamp()).Entity;
            stamp.Value = Guid.NewGuid();
            db.Entry(stamp).State = EntityState.Modified;

            // What is stored is stored: whoever went away meanwhile must not leave the others with the old.
            db.AfterSave(() => snapshot.RefreshAsync(CancellationToken.None));
        }

        return ValueTask.FromResult(result);
    }
}
