using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Web.Data;

namespace Shiojiri.CxoLab.Web.Mail;

/// <summary>How many mails wait and for how long the oldest has. However many ask, the database is asked once in <see cref="Lasts"/>.</summary>
internal sealed class OutboxState(IServiceScopeFactory scopes, TimeProvider time) : IDisposable
{
    public static readonly TimeSpan Lasts = TimeSpan.FromSeconds(15);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private DateTimeOffset _until;
    private WaitingMails _last = new(0, TimeSpan.Zero);

    public async Task<WaitingMails> ReadAsync(CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            if (time.GetUtcNow() is var now && now >= _until)
            {
                _last = await AskAsync(now.UtcDateTime, ct);
                _until = now + Lasts;
            }

            return _last;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    // A mail that is held has waited for nothing until its time has come.
    private async Task<WaitingMails> AskAsync(DateTime nowUtc, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var waiting = await scope.ServiceProvider.GetRequiredService<CxoLabDb>().OutgoingMails
            .Where(m => m.State == MailState.Queued)
            .GroupBy(_ => 1)
            .Select(all => new { Count = all.Count(), SinceUtc = all.Min(m => m.Attempts == 0 ? m.NextAttemptUtc : m.QueuedUtc) })
            .SingleOrDefaultAsync(ct);
        return waiting is null || waiting.SinceUtc >= nowUtc
            ? new WaitingMails(waiting?.Count ?? 0, TimeSpan.Zero)
            : new WaitingMails(waiting.Count, nowUtc - waiting.SinceUtc);
    }
}

/// <summary>Mails on their way out, and the age of the oldest.</summary>
internal sealed record WaitingMails(int Count, TimeSpan Oldest);
