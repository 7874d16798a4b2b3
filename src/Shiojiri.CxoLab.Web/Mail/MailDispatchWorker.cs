using Shiojiri.CxoLab.Web.Hosting;
using Shiojiri.CxoLab.Web.Jobs;

namespace Shiojiri.CxoLab.Web.Mail;

/// <summary>
/// Looks for due mails and has them delivered for as long as the site runs, one after the other: what came of a mail is written down
/// before the next one is claimed, so that a process that is killed leaves at most one mail of which nobody knows whether it has left.
/// </summary>
internal sealed partial class MailDispatchWorker(
    IServiceScopeFactory scopes, WorkSignal<MailDispatchWorker> signal, IMailTransport transport, TimeProvider time, ILogger<MailDispatchWorker> logger) : BackgroundService
{
    private const int MostAtOnce = 20;

    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await BackgroundLoop.RunAsync(RoundAsync, time, logger, stoppingToken);
        await transport.RestAsync();
    }

    private async Task RoundAsync(CancellationToken ct)
    {
        var due = await DueAsync(ct);
        var isSmooth = true;
        foreach (var id in due)
        {
            isSmooth &= await DeliverAsync(id, ct);
        }

        // Where a claim broke off, the same mails would be due again at once.
        if (due.Count == 0 || !isSmooth)
        {
            await transport.RestAsync();
            // By the real clock: a test that stops time stops no sending.
            await signal.WaitAsync(Rest, TimeProvider.System, ct);
        }
    }

    private async Task<List<int>> DueAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<MailDispatcher>().DueAsync(MostAtOnce, ct);
    }

    private async Task<bool> DeliverAsync(int id, CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<MailDispatcher>().DeliverAsync(id, ct);
            return true;
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // Nothing was claimed.
            throw;
        }
        catch (Exception trouble)
        {
            // One mail must never stop the others; its lease runs out and it is tried again.
            Paused(logger, UnexpectedErrorLog.Kinds(trouble));
            return false;
        }
    }

    [LoggerMessage(53, LogLevel.Error, "Sending a mail broke off: {Kinds}")]
    private static partial void Paused(ILogger logger, string kinds);
}
