namespace Shiojiri.CxoLab.Web.Data;

/// <summary>
/// SQLite takes one writer at a time and its driver sleeps 150 ms whenever it finds the lock taken. The writers of this process
/// therefore wait in turn here, where waiting costs nothing; other processes are still met at the lock.
/// </summary>
internal sealed class SqliteWriteTurn : IDisposable
{
    /// <summary>With the driver's own wait this stays well under the 35 seconds after which a visitor should have an answer.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(12);

    private readonly SemaphoreSlim _turn = new(1, 1);

    public async Task<IDisposable> TakeAsync(CancellationToken ct)
    {
        if (!await _turn.WaitAsync(LongestWait, ct))
        {
            throw new TimeoutException("The database has been busy for too long.");
        }

        return new Turn(_turn);
    }

    public void Dispose() => _turn.Dispose();

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
