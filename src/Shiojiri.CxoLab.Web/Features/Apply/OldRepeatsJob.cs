using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Hosting;
using Shiojiri.CxoLab.Web.Jobs;

namespace Shiojiri.CxoLab.Web.Features.Apply;

/// <summary>Clears repeated forms when their cohort is over: until then their completion pages, and what people were told there, stay good.</summary>
internal sealed class OldRepeatsJob(CxoLabDb db, ProgrammeClock clock) : IJob
{
    private const int Batch = 500;
    private const int MostBatches = 20;

    public string Name => "old-repeats";

    public JobSchedule Schedule { get; } = new("40 3 * * *");

    public async Task<string> RunAsync(CancellationToken ct)
    {
        var (today, cleared) = (clock.Today, 0);
        for (var round = 0; round < MostBatches; round++)
        {
            var old = await db.RepeatSubmissions
                .Where(r => db.Applications.Any(a => a.Id == r.Issued!.ApplicationId && db.Cohorts.Any(c => c.Id == a.CohortId && c.TermEndsOn < today)))
                .OrderBy(r => r.Id).Select(r => r.Id).Take(Batch).ToListAsync(ct);
            cleared += await db.WriteAsync(token => db.RepeatSubmissions.Where(r => old.Contains(r.Id)).ExecuteDeleteAsync(token), ct);
            if (old.Count < Batch)
            {
                break;
            }
        }

        return $"{cleared} repeats";
    }
}
