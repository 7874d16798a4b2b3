using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Hosting;
using Shiojiri.CxoLab.Web.Jobs;

namespace Shiojiri.CxoLab.Web.Features.Admin.Erasure;

/// <summary>
/// Each night: tells the desk who will be erased within 30 days, and erases whoever it has told of for so long and whose months are over. One
/// person a save: whatever stops it, the next night goes on. What staff keep back and what the rule refuses stays, and the desk shows it.
/// </summary>
internal sealed class RetentionJob(CxoLabDb db, RetentionQuery retention, ErasureService erasure, ProgrammeClock clock) : IJob
{
    /// <summary>People a night: an outbox of years is not emptied in one go while nobody looks.</summary>
    public const int MostAtOnce = 500;

    private const int SweptDays = 3;

    public string Name => "retention";

    public JobSchedule Schedule { get; } = new("10 4 * * *");

    public async Task<string> RunAsync(CancellationToken ct)
    {
        // Switched off nobody is near, and what was told is taken back: switched on again, everybody is told of anew.
        var (erased, refused) = (0, 0);
        var cohorts = await retention.CohortsAsync(ct);
        var noticed = await NoticeAsync(cohorts, ct);
        if (!retention.Rule.IsOff)
        {
            foreach (var (number, version) in await DueAsync(cohorts, ct))
            {
                ct.ThrowIfCancellationRequested();
                db.ChangeTracker.Clear();
                var result = await erasure.EraseAsync(db.Applications.Where(a => a.KeptBecause == null), number, version, Actor.Site, ErasureCause.Retention, ct);
                (erased, refused) = result.Outcome == ErasureOutcome.Done ? (erased + 1, refused) : (erased, refused + 1);
            }
        }

        return $"{erased} erased, {refused} not, {noticed} newly told of, {await SweepAsync(ct)} swept";
    }

    // Whoever is not near any more (a term or the months became longer) is told of anew when the time comes.
    private async Task<int> NoticeAsync(Dictionary<int, Cohort> cohorts, CancellationToken ct)
    {
        var today = clock.Today;
        var near = retention.Near(db.Applications, cohorts, today).Select(a => a.Id);
        await db.WriteAsync(token => db.Applications.Where(a => a.ErasureNoticedOn != null && !near.Contains(a.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.ErasureNoticedOn, (DateOnly?)null), token), ct);
        return await db.WriteAsync(token => db.Applications.Where(a => a.ErasureNoticedOn == null && near.Contains(a.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.ErasureNoticedOn, today), token), ct);
    }

    // In pages: those that the rule refuses may be many. As they were seen: who is given back a place meanwhile is due later.
    private async Task<List<(string Number, Guid Version)>> DueAsync(Dictionary<int, Cohort> cohorts, CancellationToken ct)
    {
        var (today, rule, due, after) = (clock.Today, retention.Rule, new List<(string, Guid)>(), 0);
        while (due.Count < MostAtOnce)
        {
            var page = await retention.Near(db.Applications, cohorts, today).AsNoTracking()
                .Where(a => a.KeptBecause == null && a.Id > after).OrderBy(a => a.Id).Take(MostAtOnce).ToListAsync(ct);
            var asking = await retention.WithOpenInquiryAsync(page, ct);
            due.AddRange(page.Where(a => rule.DayOf(a, cohorts[a.CohortId], today) <= today && a.RefusalToErase(cohorts[a.CohortId], today) is null && !asking.Contains(a.Id))
                .Select(a => (a.Number, a.Version)));
            if (page.Count < MostAtOnce)
            {
                break;
            }

            after = page[^1].Id;
        }

        return [.. due.Take(MostAtOnce)];
    }

    private async Task<int> SweepAsync(CancellationToken ct)
    {
        var (since, swept) = (clock.RealUtcNow.AddDays(-SweptDays), 0);
        foreach (var number in await db.Applications.Where(a => a.ErasedUtc > since && a.MergedIntoId == null).OrderByDescending(a => a.Id)
            .Take(MostAtOnce * SweptDays).Select(a => a.Number).ToListAsync(ct))
        {
            db.ChangeTracker.Clear();
            swept += await erasure.SweepAsync(number, ct) ? 1 : 0;
        }

        return swept;
    }
}
