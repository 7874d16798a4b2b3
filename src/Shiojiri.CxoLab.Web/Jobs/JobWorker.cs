namespace Shiojiri.CxoLab.Web.Jobs;

/// <summary>Looks twice a minute whether a job's time has come, and runs at once what is asked for.</summary>
internal sealed class JobWorker(JobRunner runner, WorkSignal<JobWorker> signal, TimeProvider time, ILogger<JobWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => BackgroundLoop.RunAsync(RoundAsync, time, logger, stoppingToken);

    private async Task RoundAsync(CancellationToken ct)
    {
        if (await signal.WaitAsync(Rest, time, ct) is { } name)
        {
            await runner.RunNowAsync(name, ct);
        }

        await runner.RunDueAsync(ct);
    }
}
