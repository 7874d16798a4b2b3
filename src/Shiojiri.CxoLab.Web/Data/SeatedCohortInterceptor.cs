using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;

namespace Shiojiri.CxoLab.Web.Data;

/// <summary>
/// While a cohort has no capacity nobody counts its places, and its row stays as it is when an application comes or changes. The save asks all the same
/// whether it is still the version that was read: when the first capacity was set in between, the application has to be looked at anew. Many may
/// do so at once, since the version does not change by it.
/// </summary>
internal sealed class SeatedCohortInterceptor : SaveChangesInterceptor
{
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var tracker = eventData.Context!.ChangeTracker;
        var seated = tracker.Entries<Application>().Where(MovesPlaces).Select(e => e.Entity.CohortId).ToHashSet();
        foreach (var cohort in tracker.Entries<Cohort>().Where(e => e.State == EntityState.Unchanged && seated.Contains(e.Entity.Id)).ToList())
        {
            cohort.Property(c => c.Version).IsModified = true;
        }

        return ValueTask.FromResult(result);
    }

    private static bool MovesPlaces(EntityEntry<Application> application) => application.State == EntityState.Added
        || (application.State == EntityState.Modified && (application.Property(a => a.HoldsPlace).IsModified || application.Property(a => a.Status).IsModified));
}
