using Shiojiri.CxoLab.Web.Data;

namespace Shiojiri.CxoLab.Web.Jobs;

/// <summary>Looks every second whether another node has changed what this one holds in memory.</summary>
internal sealed class SnapshotWorker(SiteSnapshot snapshot, ILogger<SnapshotWorker> logger) : BackgroundService
{
    // By the real clock: a test that stops time stops no reading.
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => BackgroundLoop.RunAsync(RoundAsync, TimeProvider.System, logger, stoppingToken);

    private async Task RoundAsync(CancellationToken ct)
    {
        await snapshot.RefreshAsync(ct);
        await Task.Delay(SiteSnapshot.Rest, ct);
    }
}
