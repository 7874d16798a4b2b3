using Microsoft.Extensions.Diagnostics.HealthChecks;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Web.Data;

namespace Shiojiri.CxoLab.Web.Mail;

/// <summary>
/// Whether mails leave. Degraded, never out of service, when one has waited for too long: the site takes applications in while the mail server is
/// down, and a balancer that turned all nodes away would make a small trouble a large one.
/// </summary>
internal sealed class OutboxHealth(OutboxState outbox) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var waiting = await outbox.ReadAsync(cancellationToken);
            return waiting.Oldest <= UnsentMailAlert.Patience
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Degraded($"{waiting.Count} mails wait, the oldest for {(int)waiting.Oldest.TotalMinutes} minutes.");
        }
        catch (Exception away) when (DatabaseTrouble.Is(away))
        {
            return HealthCheckResult.Degraded("The outbox can't be read.");
        }
    }
}
