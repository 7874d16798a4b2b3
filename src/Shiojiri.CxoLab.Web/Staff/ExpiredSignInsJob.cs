using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Jobs;

namespace Shiojiri.CxoLab.Web.Staff;

/// <summary>Clears what nobody can sign in with any more: sessions long over, links past their time and passwords that no second step followed.</summary>
internal sealed class ExpiredSignInsJob(CxoLabDb db, StaffLinks links, TimeProvider time) : IJob
{
    private const int Batch = 500;
    private const int MostBatches = 20;

    /// <summary>People look at where they were signed in lately.</summary>
    private static readonly TimeSpan KeptAfterTheEnd = TimeSpan.FromDays(30);

    public string Name => "expired-sign-ins";

    public JobSchedule Schedule { get; } = new("20 3 * * *");

    public async Task<string> RunAsync(CancellationToken ct) =>
        $"{await ClearSessionsAsync(ct)} sessions, {await links.ClearAsync(Batch, ct)} links, {await ClearPendingAsync(ct)} half-way";

    private Task<int> ClearPendingAsync(CancellationToken ct)
    {
        var before = time.GetUtcNow().UtcDateTime;
        return db.WriteAsync(token => db.PendingSignIns.Where(p => p.ExpiresUtc < before).ExecuteDeleteAsync(token), ct);
    }

    private async Task<int> ClearSessionsAsync(CancellationToken ct)
    {
        var before = time.GetUtcNow().UtcDateTime - StaffSessions.Longest - KeptAfterTheEnd;
        var cleared = 0;
        for (var round = 0; round < MostBatches; round++)
        {
            // Everybody's last one stays: it tells when they were last here.
            var old = await db.StaffSessions
                .Where(s => s.StartedUtc < before && db.StaffSessions.Any(later => later.AccountId == s.AccountId && later.Id > s.Id))
                .OrderBy(s => s.Id).Select(s => s.Id).Take(Batch).ToListAsync(ct);
            cleared += await db.WriteAsync(token => db.StaffSessions.Where(s => old.Contains(s.Id)).ExecuteDeleteAsync(token), ct);
            if (old.Count < Batch)
            {
                break;
            }
        }

        return cleared;
    }
}
