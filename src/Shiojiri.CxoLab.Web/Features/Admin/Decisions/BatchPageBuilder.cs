using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Decisions;

/// <summary>Lays out what is prepared, by who prepared it.</summary>
internal sealed class BatchPageBuilder(CxoLabDb db, DecisionDraftQuery drafts, CurrentStaff staff)
{
    public async Task<BatchPage> PageAsync(CancellationToken ct)
    {
        var read = await drafts.ReadAsync(null, null, ct);
        var means = await MeansAsync([.. read.Select(d => d.Application.Id)], ct);
        var rows = read
            .Select(d => new BatchRow(d, d.Prepared.IsBy(staff.Actor), means.GetValueOrDefault(d.Application.Id), d.Prepared.MayBeDroppedBy(staff.Actor, d.Application.Status)))
            .OrderBy(r => r.Draft.To).ThenByDescending(r => r.Mean ?? 0).ThenBy(r => r.Draft.Application.Id)
            .ToList();
        return new BatchPage(
            [.. rows.GroupBy(r => (r.IsOwn, r.Draft.Prepared.ById, r.Draft.Prepared.ByName))
                .OrderBy(g => g.Key.IsOwn ? 0 : 1).ThenBy(g => g.Key.ByName, StringComparer.Ordinal)
                .Select(g => new BatchGroup(g.Key.IsOwn, g.Key.ByName, [.. g]))],
            read.Count < DecisionDraftQuery.MostAtOnce ? read.Count : await drafts.CountAsync(ct));
    }

    // Others' scores count only for whoever has scored already, or is not to score at all.
    private async Task<Dictionary<int, double?>> MeansAsync(IReadOnlyCollection<int> ids, CancellationToken ct)
    {
        var (own, seesAll) = (staff.AccountId, !staff.May(Permission.Review));
        var means = await db.Reviews.AsNoTracking()
            .Where(r => ids.Contains(r.ApplicationId))
            .GroupBy(r => r.ApplicationId)
            .Select(g => new { Id = g.Key, Mean = g.Average(r => (double?)r.Total), IsOwnIn = g.Max(r => r.ReviewerId == own ? 1 : 0) })
            .ToListAsync(ct);
        return means.Where(m => seesAll || m.IsOwnIn == 1).ToDictionary(m => m.Id, m => m.Mean / 100);
    }
}
