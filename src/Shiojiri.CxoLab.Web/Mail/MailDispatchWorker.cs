using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Mail;

/// <summary>Looks for due mails and has a few delivered at a time, for as long as the site runs.</summary>
internal sealed partial class MailDispatchWorker(IServiceScopeFactory scopes, MailSignal signal, ILogger<MailDispatchWorker> logger) : BackgroundService
{
    private const int AtOnce = 4;

    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var slots = new SemaphoreSlim(AtOnce);
        var running = new HashSet<Task>();
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                var due = await DueAsync(stoppingToken);
                foreach (var id in due)
                {
                    await slots.WaitAsync(stoppingToken);
                    running.RemoveWhere(task => task.IsCompleted);
                    running.Add(DeliverAsync(id, slots, stoppingToken));
                }

                // What is under way keeps its lease, so a full round is looked through again only after a rest.
                await signal.WaitAsync(Rest, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }

        await Task.WhenAll(running);
    }

    private async Task<List<int>> DueAsync(CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<MailDispatcher>().DueAsync(100, ct);
        }
        catch (Exception trouble) when (DatabaseTrouble.Is(trouble))
        {
            Paused(logger, UnexpectedErrorLog.Kinds(trouble));
            return [];
        }
    }

    private async Task DeliverAsync(int id, SemaphoreSlim slots, CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<MailDispatcher>().DeliverAsync(id, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The lease runs out and the mail is taken up again.
        }
        catch (Exception trouble)
        {
            // One mail must never stop the others; its lease runs out and it is tried again.
            Paused(logger, UnexpectedErrorLog.Kinds(trouble));
        }
        finally
        {
            slots.Release();
        }
    }

    [LoggerMessage(32, LogLevel.Error, "Sending mail paused: {Kinds}")]
    private static partial void Paused(ILogger logger, string kinds);
}
