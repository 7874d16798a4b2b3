using Microsoft.EntityFrameworkCore;

namespace Shiojiri.CxoLab.Web.Data;

/// <summary>
/// Whether the database can be read and written at this moment. However many ask, it is tried once in <see cref="Lasts"/>; the
/// others are told what came of it.
/// </summary>
internal sealed class DatabasePulse(IServiceScopeFactory scopes, TimeProvider time) : IDisposable
{
    public static readonly TimeSpan Lasts = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private DateTimeOffset _until;
    private DatabaseFault? _fault;

    /// <summary>Null when it beats.</summary>
    public async Task<DatabaseFault?> FeelAsync(CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            if (time.GetUtcNow() >= _until)
            {
                _fault = await BeatAsync(ct);
                _until = time.GetUtcNow() + Lasts;
            }

            return _fault;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    // The new row goes in before the old ones leave, so that their place does not hide a full disk.
    private async Task<DatabaseFault?> BeatAsync(CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<CxoLabDb>();
            await db.Cohorts.AnyAsync(ct);
            var beat = new Heartbeat { AtUtc = time.GetUtcNow().UtcDateTime };
            db.Add(beat);
            await db.SaveChangesAsync(ct);
            await db.WriteAsync(token => db.Heartbeats.Where(h => h.Id < beat.Id).ExecuteDeleteAsync(token), ct);
            return null;
        }
        catch (Exception trouble) when (DatabaseTrouble.Find(trouble) is not null)
        {
            return DatabaseTrouble.Find(trouble);
        }
    }
}
