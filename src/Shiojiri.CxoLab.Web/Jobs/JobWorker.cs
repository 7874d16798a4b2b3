namespace Shiojiri.CxoLab.Web.Jobs;

/// <summary>Looks twice a minute whether a job's time has come.</summary>
internal sealed class JobWorker(JobRunner runner, TimeProvider time, ILogger<JobWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => BackgroundLoop.RunAsync(RoundAsync, time, logger, stoppingToken);

    private async Task RoundAsync(CancellationToken ct)
    {
        await Task.Delay(Rest, time, ct);
        await runner.RunDueAsync(ct);
    }
}
