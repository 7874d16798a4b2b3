using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Jobs;

/// <summary>Goes round for as long as the site runs. Whatever is thrown in a round is logged, and the next one follows: no background work ends the host.</summary>
internal static partial class BackgroundLoop
{
    private static readonly TimeSpan RestAfterTrouble = TimeSpan.FromSeconds(5);

    public static async Task RunAsync(Func<CancellationToken, Task> round, TimeProvider time, ILogger logger, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await round(ct);
            }
            catch (Exception trouble)
            {
                if (ct.IsCancellationRequested)
                {
                    return;
                }

                Broke(logger, UnexpectedErrorLog.Kinds(trouble));
                await Task.Delay(RestAfterTrouble, time, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    [LoggerMessage(36, LogLevel.Error, "A round of background work broke off and is tried again: {Kinds}")]
    private static partial void Broke(ILogger logger, string kinds);
}
