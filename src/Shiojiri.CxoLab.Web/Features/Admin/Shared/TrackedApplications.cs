using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Shared;

/// <summary>Applications for operations that may take or free a place: read with their cohort, both tracked, since their versions guard the last place.</summary>
internal sealed class TrackedApplications(CxoLabDb db, StaffScope scope, PaymentTerms terms)
{
    /// <summary>Null when no such person is to be seen.</summary>
    public async Task<TrackedApplication?> FindAsync(string number, CancellationToken ct)
    {
        if (await scope.People.Include(a => a.Ledger).SingleOrDefaultAsync(a => a.Number == number, ct) is not { } application)
        {
            return null;
        }

        var cohort = await db.Cohorts.SingleAsync(c => c.Id == application.CohortId, ct);
        return new TrackedApplication(application, cohort, terms.DueOnIn(cohort.Id));
    }

    /// <summary>As it is stored, for a page: whatever was changed and not saved is not in it.</summary>
    public Task<Application?> ReadAsync(string number, CancellationToken ct) =>
        scope.People.AsNoTracking().SingleOrDefaultAsync(a => a.Number == number, ct);

    /// <summary>What was prepared was meant for the state before.</summary>
    public async Task DropPreparationAsync(Application application, CancellationToken ct) =>
        db.RemoveRange(await db.PreparedDecisions.Where(d => d.ApplicationId == application.Id).ToListAsync(ct));
}

/// <param name="DueOn">The day by which the fee is to be paid, should it be asked now.</param>
internal sealed record TrackedApplication(Application Application, Cohort Cohort, DateOnly DueOn);
