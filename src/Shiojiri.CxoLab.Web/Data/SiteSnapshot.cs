using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Shiojiri.CxoLab.Web.Data;

/// <summary>
/// Keeps what is held in memory in step with the database: at once on the node that saved, within <see cref="Rest"/> on every other.
/// Nothing is decided by it that may not be a second old; what must not be is asked of the database.
/// </summary>
internal sealed class SiteSnapshot(IServiceScopeFactory scopes, IEnumerable<ISnapshotPart> parts) : IDisposable
{
    /// <summary>How long a node waits before it looks at the stamp again.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly HashSet<Type> _entities = [.. parts.SelectMany(p => p.Entities)];
    private State? _held;

    /// <summary>What is held, named by the stamp under which all of it was read; null before the first time.</summary>
    public Guid? Stamp => Volatile.Read(ref _held)?.Stamp;

    /// <summary>Whether something else is to be held once this change is stored.</summary>
    public bool IsChangedBy(EntityEntry entry)
    {
        var type = entry.Entity.GetType();
        return _entities.Contains(type) && parts.Any(p => p.Entities.Contains(type) && p.IsChangedBy(entry));
    }

    public async Task RefreshAsync(CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<CxoLabDb>();

            // The stamp first: what is saved in between is then read too early rather than never.
            var stamp = await db.SiteStamps.Select(s => (Guid?)s.Value).SingleOrDefaultAsync(ct);
            if (stamp is null || stamp == Stamp)
            {
                return;
            }

            foreach (var part in parts)
            {
                await part.LoadAsync(db, ct);
            }

            // Only now: what was made while the parts were being read counts as made of the earlier state.
            Volatile.Write(ref _held, new State(stamp.Value));
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    /// <summary>A reference is written at one stroke; a Guid is not.</summary>
    private sealed record State(Guid Stamp);
}
