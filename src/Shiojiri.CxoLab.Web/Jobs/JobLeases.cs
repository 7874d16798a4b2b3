using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Web.Data;

namespace Shiojiri.CxoLab.Web.Jobs;

/// <summary>Lets one node at a time have a job in hand: every step is one conditional update, and of two nodes one changes the row.</summary>
internal sealed class JobLeases(CxoLabDb db, TimeProvider time)
{
    /// <summary>How long a node that died keeps a job from the others.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(2);

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    public async Task<IReadOnlyDictionary<string, JobLease>> ReadAsync(CancellationToken ct) =>
        await db.JobLeases.AsNoTracking().ToDictionaryAsync(l => l.Name, ct);

    /// <summary>A job that was never seen gets its row: from now on its times count.</summary>
    public async Task AddAsync(string name, CancellationToken ct)
    {
        var row = db.Add(new JobLease { Name = name, LastRunUtc = Now });
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException lost) when (UniqueViolation.Is(lost))
        {
            // Another node was quicker.
            row.State = EntityState.Detached;
        }
    }

    /// <summary>The right to run it, once for what was seen; null when another node has it or has done it since.</summary>
    public async Task<Guid?> ClaimAsync(JobLease seen, CancellationToken ct)
    {
        var (now, holder) = (Now, Guid.NewGuid());
        var (name, lastRun, until) = (seen.Name, seen.LastRunUtc, now + Lasts);
        var claimed = await db.WriteAsync(
            token => db.JobLeases
                .Where(l => l.Name == name && l.LastRunUtc == lastRun && (l.UntilUtc == null || l.UntilUtc <= now))
                .ExecuteUpdateAsync(set => set.SetProperty(l => l.Holder, holder).SetProperty(l => l.UntilUtc, until), token),
            ct);
        return claimed == 0 ? null : holder;
    }

    /// <summary>False when another node has taken over.</summary>
    public async Task<bool> RenewAsync(string name, Guid holder, CancellationToken ct)
    {
        var until = Now + Lasts;
        return await db.WriteAsync(
            token => db.JobLeases.Where(l => l.Name == name && l.Holder == holder).ExecuteUpdateAsync(set => set.SetProperty(l => l.UntilUtc, until), token),
            ct) > 0;
    }

    /// <summary>It has gone through; the next time follows from when it began.</summary>
    public Task FinishAsync(string name, Guid holder, DateTime beganUtc, string outcome, CancellationToken ct)
    {
        var words = Short(outcome);
        return db.WriteAsync(
            token => db.JobLeases.Where(l => l.Name == name && l.Holder == holder).ExecuteUpdateAsync(
                set => set.SetProperty(l => l.Holder, (Guid?)null).SetProperty(l => l.UntilUtc, (DateTime?)null)
                    .SetProperty(l => l.LastRunUtc, beganUtc).SetProperty(l => l.Failures, 0).SetProperty(l => l.LastOutcome, words),
                token),
            ct);
    }

    /// <summary>It failed: it is tried again after a while that grows, by whichever node comes first.</summary>
    public Task FailAsync(JobLease seen, Guid holder, string outcome, CancellationToken ct)
    {
        var (name, failures, words) = (seen.Name, seen.Failures + 1, Short(outcome));
        var until = Now + RetrySchedule.Delay(failures, Random.Shared.NextDouble());
        return db.WriteAsync(
            token => db.JobLeases.Where(l => l.Name == name && l.Holder == holder).ExecuteUpdateAsync(
                set => set.SetProperty(l => l.Holder, (Guid?)null).SetProperty(l => l.UntilUtc, until)
                    .SetProperty(l => l.Failures, failures).SetProperty(l => l.LastOutcome, words),
                token),
            ct);
    }

    private static string Short(string words) => words.Length <= JobLease.MaxOutcome ? words : words[..JobLease.MaxOutcome];
}
