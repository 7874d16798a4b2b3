using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Hosting;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Shared;

/// <summary>Who among staff writes, and when, and the save that tells a stale page from a done change.</summary>
internal sealed class StaffSaveService(CxoLabDb db, CurrentStaff staff, ProgrammeClock clock)
{
    public Actor Actor => staff.Actor;

    /// <summary>The programme's time.</summary>
    public DateTime UtcNow => clock.UtcNow;

    public DateOnly Today => clock.Today;

    public DateTime RealUtcNow => clock.RealUtcNow;

    /// <summary>Saves; when somebody else changed the same rows in this moment, nothing is stored and the page is stale.</summary>
    public async Task<SaveOutcome> SaveAsync(CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return SaveOutcome.Stale;
        }

        return SaveOutcome.Done;
    }

    /// <summary>Saves; the page is stale too when what was to be unique has been put in a moment ago.</summary>
    public async Task<SaveOutcome> SaveFirstAsync(CancellationToken ct)
    {
        try
        {
            return await SaveAsync(ct);
        }
        catch (DbUpdateException overtaken) when (UniqueViolation.Is(overtaken))
        {
            return SaveOutcome.Stale;
        }
    }
}
