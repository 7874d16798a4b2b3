using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Shiojiri.CxoLab.Web.Data;

internal enum DatabaseFaultKind
{
    /// <summary>Out of reach, locked, too many at once: the same request may do in a moment (503).</summary>
    Passing,

    /// <summary>Somebody else was first: a row was changed in the meantime, or its unique value is taken.</summary>
    LostRace,

    /// <summary>The disk, file or log is full: nothing is stored until a person makes room.</summary>
    OutOfSpace,

    /// <summary>A constraint, a trigger, a missing table, a file that can't be written: no waiting helps, a person has to mend it (500).</summary>
    Defect,
}

/// <summary>What went wrong in the database: what it means, the engine and its own number for it.</summary>
internal sealed record DatabaseFault(DatabaseFaultKind Kind, string Engine, int Number, Exception Cause);

/// <summary>The only place that knows the engines' error numbers. Sources: sqlite.org/rescode.html; sys.messages of SQL Server.</summary>
internal static class DatabaseTrouble
{
    private const string Sqlite = "SQLite";
    private const string SqlServer = "SQL Server";
    private const string Client = "client";

    /// <summary>The database could not do what was asked, for whatever reason but a lost race.</summary>
    public static bool Is(Exception? exception) => Find(exception) is { Kind: not DatabaseFaultKind.LostRace };

    /// <summary>It passes by itself: 「しばらくしてから」 is true.</summary>
    public static bool Passes(Exception? exception) => Find(exception) is { Kind: DatabaseFaultKind.Passing };

    /// <summary>The fault within an exception; null when it does not come from a database.</summary>
    public static DatabaseFault? Find(Exception? exception) => exception switch
    {
        null => null,
        SqliteException sqlite => new(OfSqlite(sqlite.SqliteErrorCode, sqlite.SqliteExtendedErrorCode), Sqlite, sqlite.SqliteExtendedErrorCode, sqlite),
        SqlException server => new(OfSqlServer(server), SqlServer, server.Number, server),
        DbException other => new(other.IsTransient ? DatabaseFaultKind.Passing : DatabaseFaultKind.Defect, Client, other.ErrorCode, other),
        TimeoutException => new(DatabaseFaultKind.Passing, Client, 0, exception),
        InvalidOperationException when IsExhaustedPool(exception) => new(DatabaseFaultKind.Passing, Client, 0, exception),
        DbUpdateConcurrencyException => new(DatabaseFaultKind.LostRace, Client, 0, exception),
        DbUpdateException => Find(exception.InnerException) ?? new(DatabaseFaultKind.Defect, Client, 0, exception),
        RetryLimitExceededException => Find(exception.InnerException) ?? new(DatabaseFaultKind.Passing, Client, 0, exception),
        AggregateException { InnerExceptions: var all } => all.Select(Find).FirstOrDefault(fault => fault is not null),
        _ => Find(exception.InnerException),
    };

    internal static DatabaseFaultKind OfSqlite(int code, int extended) => (code, extended) switch
    {
        // A second row with the same unique value: UNIQUE, PRIMARYKEY, ROWID.
        (_, 2067 or 1555 or 2579) => DatabaseFaultKind.LostRace,

        // BUSY, LOCKED, NOMEM, INTERRUPT, PROTOCOL (the lock could not be had).
        (5 or 6 or 7 or 9 or 15, _) => DatabaseFaultKind.Passing,

        // FULL; an IOERR while writing, truncating or syncing is what a full disk or quota looks like as well.
        (13, _) or (_, 778 or 1034 or 1546) => DatabaseFaultKind.OutOfSpace,
        _ => DatabaseFaultKind.Defect,
    };

    internal static DatabaseFaultKind OfSqlServer(int number, byte severity = 16) => number switch
    {
        2601 or 2627 => DatabaseFaultKind.LostRace,

        // File group, transaction log, tempdb, file growth.
        1101 or 1105 or 9002 or 3958 or 3966 or 5149 or 40544 => DatabaseFaultKind.OutOfSpace,

        // Deadlock, locks, snapshot conflict, memory, worker threads, query time.
        1205 or 1222 or 1204 or 3960 or 701 or 802 or 8628 or 8645 or 8651 or 845 or 847 or 10928 or 10929 or -2 => DatabaseFaultKind.Passing,

        // Starting, stopping, restoring, failing over; the hosted service's own words for it.
        921 or 922 or 927 or 976 or 983 or 4060 or 4221 or 6005 or 17142 or 17197 or 18401 or 596 or 615 or 40143 or 40166 or 40197 or 40501 or 40540 or 40613
            or 42108 or 42109 or 49918 or 49919 or 49920 => DatabaseFaultKind.Passing,

        // No way to the server: name, port, pipe, handshake, broken connection.
        -1 or 0 or 2 or 20 or 26 or 35 or 40 or 53 or 64 or 121 or 233 or 258 or 997 or 1225 or 1231 or 1232 or 10013 or 10051 or 10053 or 10054 or 10060
            or 10061 or 10065 or 11001 or 11002 => DatabaseFaultKind.Passing,

        // From severity 20 on the server has closed the connection; the next one may live.
        _ => severity >= 20 ? DatabaseFaultKind.Passing : DatabaseFaultKind.Defect,
    };

    // 823 to 825: what was read from the disk is damaged, although the severity is that of a broken connection.
    private static DatabaseFaultKind OfSqlServer(SqlException exception) => exception.Number is 823 or 824 or 825
        ? DatabaseFaultKind.Defect
        : exception.IsTransient ? DatabaseFaultKind.Passing : OfSqlServer(exception.Number, exception.Class);

    // When all connections are taken for longer than the connect timeout, the driver throws this and no exception of its own.
    private static bool IsExhaustedPool(Exception exception) =>
        exception.Source == "Microsoft.Data.SqlClient" && exception.Message.Contains("pool", StringComparison.OrdinalIgnoreCase);
}
