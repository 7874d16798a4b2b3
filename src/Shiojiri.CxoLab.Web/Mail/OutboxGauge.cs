using Shiojiri.CxoLab.Web.Hosting.Telemetry;
using Shiojiri.CxoLab.Web.Jobs;

namespace Shiojiri.CxoLab.Web.Mail;

/// <summary>Reads the outbox now and then for whoever measures: a gauge is asked on a thread that must not wait for a database.</summary>
internal sealed class OutboxGauge : BackgroundService
{
    private readonly OutboxState _outbox;
    private readonly ILogger<OutboxGauge> _logger;
    private WaitingMails _last = new(0, TimeSpan.Zero);

    public OutboxGauge(SiteMetrics metrics, OutboxState outbox, ILogger<OutboxGauge> logger)
    {
        (_outbox, _logger) = (outbox, logger);
        metrics.Meter.CreateObservableGauge("cxolab.outbox.mails", () => Volatile.Read(ref _last).Count, "{mail}", "Mails that wait to be sent.");
        metrics.Meter.CreateObservableGauge("cxolab.outbox.age", () => Volatile.Read(ref _last).Oldest.TotalSeconds, "s", "How long the oldest of them has waited.");
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => BackgroundLoop.RunAsync(RoundAsync, TimeProvider.System, _logger, stoppingToken);

    private async Task RoundAsync(CancellationToken ct)
    {
        Volatile.Write(ref _last, await _outbox.ReadAsync(ct));
        await Task.Delay(OutboxState.Lasts, ct);
    }
}
