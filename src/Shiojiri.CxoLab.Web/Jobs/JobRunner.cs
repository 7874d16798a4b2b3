using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Jobs;

/// <summary>Runs each job whose time has come and that no other node has in hand, and keeps the lease while it runs.</summary>
internal sealed partial class JobRunner(IServiceScopeFactory scopes, TimeProvider time, ILogger<JobRunner> logger)
{
    public async Task RunDueAsync(CancellationToken ct)
    {
        foreach (var (name, lease) in await DueAsync(ct))
        {
            try
            {
                await RunAsync(name, lease, ct);
            }
            catch (Exception trouble) when (!ct.IsCancellationRequested)
            {
                // One job must never stop the others.
                Broke(logger, name, UnexpectedErrorLog.Kinds(trouble));
            }
        }
    }

    /// <summary>Runs one job before its time, unless some node has it in hand or waits with it after a failure.</summary>
    public async Task RunNowAsync(string name, CancellationToken ct)
    {
        if (await SeenAsync(name, ct) is { } lease && !(lease.UntilUtc > time.GetUtcNow().UtcDateTime))
        {
            await RunAsync(name, lease, ct);
        }
    }

    private async Task<JobLease?> SeenAsync(string name, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var leases = scope.ServiceProvider.GetRequiredService<JobLeases>();
        if ((await leases.ReadAsync(ct)).GetValueOrDefault(name) is { } known)
        {
            return known;
        }

        await leases.AddAsync(name, ct);
        return (await leases.ReadAsync(ct)).GetValueOrDefault(name);
    }

    private async Task<List<(string Name, JobLease Lease)>> DueAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var leases = scope.ServiceProvider.GetRequiredService<JobLeases>();
        var (rows, now, due) = (await leases.ReadAsync(ct), time.GetUtcNow().UtcDateTime, new List<(string, JobLease)>());
        foreach (var job in scope.ServiceProvider.GetServices<IJob>())
        {
            if (!rows.TryGetValue(job.Name, out var row))
            {
                await leases.AddAsync(job.Name, ct);
            }
            else if (job.Schedule.NextAfter(row.LastRunUtc) <= now && !(row.UntilUtc > now))
            {
                due.Add((job.Name, row));
            }
        }

        return due;
    }

    private async Task RunAsync(string name, JobLease seen, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var leases = scope.ServiceProvider.GetRequiredService<JobLeases>();
        var began = time.GetUtcNow().UtcDateTime;
        if (await leases.ClaimAsync(seen, ct) is not { } holder)
        {
            return;
        }

        using var lost = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var renewing = RenewAsync(name, holder, lost);
        try
        {
            var outcome = await scope.ServiceProvider.GetServices<IJob>().Single(j => j.Name == name).RunAsync(lost.Token);
            await leases.FinishAsync(name, holder, began, outcome, CancellationToken.None);
            Ran(logger, name, outcome);
        }
        catch (Exception trouble) when (!ct.IsCancellationRequested)
        {
            Broke(logger, name, UnexpectedErrorLog.Kinds(trouble));
            await leases.FailAsync(seen, holder, UnexpectedErrorLog.Kinds(trouble), CancellationToken.None);
        }
        finally
        {
            await lost.CancelAsync();
            await renewing;
        }
    }

    // A node that lost its lease stops: another one is at work.
    private async Task RenewAsync(string name, Guid holder, CancellationTokenSource lost)
    {
        while (true)
        {
            await Task.Delay(JobLeases.Lasts / 3, time, lost.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (lost.IsCancellationRequested)
            {
                return;
            }

            try
            {
                await using var scope = scopes.CreateAsyncScope();
                if (!await scope.ServiceProvider.GetRequiredService<JobLeases>().RenewAsync(name, holder, lost.Token))
                {
                    await lost.CancelAsync();
                    return;
                }
            }
            catch (Exception trouble)
            {
                // The lease lasts for two more tries.
                Broke(logger, name, UnexpectedErrorLog.Kinds(trouble));
            }
        }
    }

    [LoggerMessage(37, LogLevel.Debug, "Job {Name} has run: {Outcome}")]
    private static partial void Ran(ILogger logger, string name, string outcome);

    [LoggerMessage(38, LogLevel.Error, "Job {Name} broke off and is tried again: {Kinds}")]
    private static partial void Broke(ILogger logger, string name, string kinds);
}
