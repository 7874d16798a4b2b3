using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Shiojiri.CxoLab.Web.Data;

/// <summary>
/// SQLite takes one writer at a time, its driver sleeps 150 ms whenever it finds the lock taken, and each commit waits for the disk. So there is
/// one writer here: while it commits, the saves of all others gather, and the next commit takes them all. Each is stored whole or not at all,
/// whatever becomes of its neighbours. Other processes are still met at the lock.
/// </summary>
internal sealed class SqliteWriter(DatabaseFaultLog? faults = null) : IDisposable
{
    /// <summary>Saves to one commit: whoever comes last shall not wait for hundreds.</summary>
    private const int MostTogether = 64;

    /// <summary>With the driver's own wait this stays well under the 35 seconds after which a visitor should have an answer.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(12);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Lock _gate = new();
    private readonly Queue<WaitingSave> _waiting = new();

    /// <summary>For what must not be mixed with others: a bulk write, whatever works in a transaction of its own.</summary>
    public async Task<T> AloneAsync<T>(Func<CancellationToken, Task<T>> write, CancellationToken ct)
    {
        await TakeTurnAsync(ct);
        try
        {
            return await write(ct);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Stores what a context holds, with others if there are any. What was begun is not cancelled any more.</summary>
    public async Task<int> SaveAsync(CxoLabDb db, Func<CancellationToken, Task<int>> save, CancellationToken ct)
    {
        var own = new WaitingSave(db, save);
        lock (_gate)
        {
            _waiting.Enqueue(own);
        }

        try
        {
            await TakeTurnAsync(ct);
        }
        catch when (!own.TryGiveUp())
        {
            // Somebody else's turn has taken it along: what becomes of it is known in a moment.
            return await own.Stored;
        }

        try
        {
            // Whoever had the turn before may have taken it along.
            while (!own.Stored.IsCompleted)
            {
                await StoreAsync(Gathered());
            }
        }
        finally
        {
            _turn.Release();
        }

        return await own.Stored;
    }

    public void Dispose() => _turn.Dispose();

    private async Task TakeTurnAsync(CancellationToken ct)
    {
        if (!await _turn.WaitAsync(LongestWait, ct))
        {
            throw new TimeoutException("The database has been busy for too long.");
        }
    }

    private List<WaitingSave> Gathered()
    {
        var gathered = new List<WaitingSave>();
        lock (_gate)
        {
            while (gathered.Count < MostTogether && _waiting.TryDequeue(out var next))
            {
                if (next.TryBegin())
                {
                    gathered.Add(next);
                }
            }
        }

        return gathered;
    }

    private async Task StoreAsync(List<WaitingSave> saves)
    {
        if (saves.Count > 1 && await TryTogetherAsync(saves))
        {
            return;
        }

        Exception? away = null;
        foreach (var save in saves)
        {
            // A lock or a disk that held up one holds up all: nobody shall wait for it once more.
            away = away is null ? await save.AloneAsync() : save.Fail(away);
        }
    }

    /// <summary>False: nothing is stored, and each is to be tried by itself so that it meets its own fault.</summary>
    private async Task<bool> TryTogetherAsync(List<WaitingSave> saves)
    {
        using var connection = new SqliteConnection(saves[0].ConnectionString);
        SqliteTransaction transaction;
        try
        {
            connection.Open();
            SqliteConnectionSetup.Prepare(connection);
            transaction = connection.BeginTransaction();
        }
        catch (Exception away) when (DatabaseTrouble.Is(away))
        {
            faults?.Note(away);
            saves.ForEach(save => save.Fail(away));
            return true;
        }
        catch (Exception)
        {
            // Nobody may be left waiting for a commit that was never begun.
            return false;
        }

        using (transaction)
        {
            try
            {
                foreach (var save in saves)
                {
                    await save.JoinAsync(connection, transaction);
                }

                transaction.Commit();
            }
            catch (Exception)
            {
                // Whatever it was: undone as a whole, and met again by the one to whom it belongs.
                return false;
            }
        }

        saves.ForEach(save => save.Tell());
        return true;
    }

    /// <summary>The save of one context, which waits for its turn, is under way, or is stored.</summary>
    private sealed class WaitingSave(CxoLabDb db, Func<CancellationToken, Task<int>> save)
    {
        private readonly TaskCompletionSource<int> _stored = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _isTaken;
        private int _rows;
        private DbUpdateException? _lost;

        public Task<int> Stored => _stored.Task;

        public string ConnectionString => db.Database.GetConnectionString()!;

        public bool TryBegin() => Interlocked.Exchange(ref _isTaken, 1) == 0;

        public bool TryGiveUp() => TryBegin();

        /// <summary>What keeps the database away; else null, whatever else came of it.</summary>
        public async Task<Exception?> AloneAsync()
        {
            try
            {
                _stored.SetResult(await save(CancellationToken.None));
                return null;
            }
            catch (Exception fault)
            {
                _stored.SetException(fault);
                return DatabaseTrouble.Passes(fault) ? fault : null;
            }
        }

        public Exception Fail(Exception away)
        {
            _stored.SetException(away);
            return away;
        }

        /// <summary>
        /// Within the transaction of all. A lost race is undone to where this save began (EF sets a savepoint) and is this one's matter alone;
        /// after any other fault nobody knows what the engine has undone, and the transaction is given up.
        /// </summary>
        public async Task JoinAsync(SqliteConnection connection, SqliteTransaction transaction)
        {
            var ownConnection = ConnectionString;
            db.Database.SetDbConnection(connection);
            try
            {
                // A strategy that retries takes a transaction only from within; it is the transaction as a whole that is tried again here.
                await db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
                {
                    await db.Database.UseTransactionAsync(transaction);
                    _rows = await save(CancellationToken.None);
                });
            }
            catch (DbUpdateException lost) when (UniqueViolation.IsLostRace(lost))
            {
                _lost = lost;
            }
            finally
            {
                await db.Database.UseTransactionAsync(null);
                db.Database.SetDbConnection(null);
                db.Database.SetConnectionString(ownConnection);
            }
        }

        public void Tell()
        {
            if (_lost is null)
            {
                _stored.SetResult(_rows);
            }
            else
            {
                _stored.SetException(_lost);
            }
        }
    }
}
