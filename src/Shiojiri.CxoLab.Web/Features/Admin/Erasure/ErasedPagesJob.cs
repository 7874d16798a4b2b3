using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Hosting;
using Shiojiri.CxoLab.Web.Jobs;

namespace Shiojiri.CxoLab.Web.Features.Admin.Erasure;

/// <summary>Clears what SQLite's files still hold of people who were erased: at once after the desk has erased somebody, and each night after the job.</summary>
internal sealed class ErasedPagesJob(CxoLabDb db, ProgrammeClock clock) : IJob
{
    public const string Called = "erased-pages";

    private const int Days = 3;

    public string Name => Called;

    public JobSchedule Schedule { get; } = new("40 4 * * *");

    public async Task<string> RunAsync(CancellationToken ct)
    {
        var since = clock.RealUtcNow.AddDays(-Days);
        return await db.Applications.AnyAsync(a => a.ErasedUtc > since, ct) && await SqliteResidue.ClearAsync(db, ct) ? "cleared" : "nothing to clear";
    }
}
