using System.Net;
using System.Net.Sockets;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Shiojiri.CxoLab.Web.Data;

namespace Shiojiri.CxoLab.Web.Tests.Data;

/// <summary>What an error of the database means, by its number, and what is written down of it.</summary>
public sealed class DatabaseFaultTests
{
    [Theory]
    [InlineData(5, 5, "Passing")]
    [InlineData(5, 517, "Passing")]
    [InlineData(6, 262, "Passing")]
    [InlineData(19, 2067, "LostRace")]
    [InlineData(19, 1555, "LostRace")]
    [InlineData(19, 1299, "Defect")]
    [InlineData(19, 787, "Defect")]
    [InlineData(19, 1811, "Defect")]
    [InlineData(1, 1, "Defect")]
    [InlineData(8, 8, "Defect")]
    [InlineData(11, 11, "Defect")]
    [InlineData(14, 14, "Defect")]
    [InlineData(13, 13, "OutOfSpace")]
    [InlineData(10, 778, "OutOfSpace")]
    public void A_number_of_SQLite_has_one_meaning(int code, int extended, string kind) =>
        Assert.Equal(kind, DatabaseTrouble.OfSqlite(code, extended).ToString());

    [Theory]
    [InlineData(2601, "LostRace")]
    [InlineData(2627, "LostRace")]
    [InlineData(1205, "Passing")]
    [InlineData(1222, "Passing")]
    [InlineData(-2, "Passing")]
    [InlineData(53, "Passing")]
    [InlineData(10054, "Passing")]
    [InlineData(4060, "Passing")]
    [InlineData(40613, "Passing")]
    [InlineData(1105, "OutOfSpace")]
    [InlineData(9002, "OutOfSpace")]
    [InlineData(208, "Defect")]
    [InlineData(515, "Defect")]
    [InlineData(547, "Defect")]
    [InlineData(2628, "Defect")]
    [InlineData(3906, "Defect")]
    [InlineData(18456, "Defect")]
    [InlineData(50000, "Defect")]
    public void A_number_of_SQL_Server_has_one_meaning(int number, string kind) =>
        Assert.Equal(kind, DatabaseTrouble.OfSqlServer(number).ToString());

    [Fact]
    public void What_is_wrapped_is_found_and_what_is_no_database_is_left_alone()
    {
        var full = new SqliteException("full", 13);

        Assert.Equal(DatabaseFaultKind.OutOfSpace, DatabaseTrouble.Find(new InvalidOperationException("x", new DbUpdateException("y", full)))?.Kind);
        Assert.Equal(DatabaseFaultKind.OutOfSpace, DatabaseTrouble.Find(new RetryLimitExceededException("x", full))?.Kind);
        Assert.Equal(DatabaseFaultKind.Passing, DatabaseTrouble.Find(new TimeoutException())?.Kind);
        Assert.Equal(DatabaseFaultKind.LostRace, DatabaseTrouble.Find(new DbUpdateConcurrencyException())?.Kind);
        Assert.Null(DatabaseTrouble.Find(new InvalidOperationException("the pool is closed for the winter")));
        Assert.Null(DatabaseTrouble.Find(null));
    }

    // The driver's own words: a server that takes a connection and says nothing, and a pool of one.
    [Fact]
    public async Task An_exhausted_pool_of_connections_passes()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var connection = $"Server=127.0.0.1,{((IPEndPoint)silent.LocalEndpoint).Port};User Id=a;Password=b;Max Pool Size=1;Connect Timeout=1;Pool Blocking Period=NeverBlock;Encrypt=Optional";
        var connections = Enumerable.Range(0, 6).Select(_ => new SqlConnection(connection)).ToList();
        var all = connections.Select(c => Task.Run(c.Open)).ToList();

        var thrown = new List<Exception>();
        foreach (var opening in all)
        {
            thrown.Add(await Assert.ThrowsAnyAsync<Exception>(() => opening));
        }

        Assert.All(thrown, exception => Assert.True(DatabaseTrouble.Passes(exception), exception.ToString()));
        Assert.Contains(thrown, exception => exception is InvalidOperationException);
        connections.ForEach(c => c.Dispose());
    }

    [Fact]
    public void A_connection_to_the_server_gives_up_soon_and_never_goes_on_refusing_by_itself()
    {
        var usual = new SqlConnectionStringBuilder(DatabaseSetup.ServerConnection("Server=db"));
        var own = new SqlConnectionStringBuilder(DatabaseSetup.ServerConnection("Server=db;Connect Timeout=20;Pool Blocking Period=Auto"));

        Assert.Equal((5, PoolBlockingPeriod.NeverBlock), (usual.ConnectTimeout, usual.PoolBlockingPeriod));
        Assert.Equal((20, PoolBlockingPeriod.Auto), (own.ConnectTimeout, own.PoolBlockingPeriod));
    }

    [Theory]
    [InlineData("Cannot insert duplicate key row in object 'dbo.Applications' with unique index 'IX_Key'. The duplicate key value is (3, taro@example.jp).", "Cannot insert duplicate key row in object 'dbo.Applications' with unique index 'IX_Key'. The duplicate key value is ….")]
    [InlineData("String or binary data would be truncated in table 'x.dbo.Applications', column 'Name'. Truncated value: 'Taro Shio'.", "String or binary data would be truncated in table 'x.dbo.Applications', column 'Name'. Truncated value: ….")]
    [InlineData("Conversion failed when converting the nvarchar value 'Taro' to data type int.", "Conversion failed when converting the nvarchar value … to data type int.")]
    [InlineData("SQLite Error 19: 'refused for 塩尻 太郎 taro@example.jp 090-1234-5678'.", "SQLite Error 19: 'refused for … … … …'.")]
    [InlineData("SQLite Error 1: 'no such table: OutgoingMails'.", "SQLite Error 1: 'no such table: OutgoingMails'.")]
    [InlineData("The INSERT statement conflicted with the FOREIGN KEY constraint \"FK_A_B\".", "The INSERT statement conflicted with the FOREIGN KEY constraint \"FK_A_B\".")]
    public void The_engines_words_are_kept_without_any_value(string message, string kept) => Assert.Equal(kept, DatabaseFaultLog.Scrub(message, []));

    [Fact]
    public void What_was_being_stored_is_taken_out_wherever_it_stands() =>
        Assert.Equal("refused … of …", DatabaseFaultLog.Scrub("refused Taro Shiojiri of Nagano", ["Nagano", "Taro Shiojiri", "T", null]));

    [Fact]
    public void A_fault_is_written_down_once_and_remembered_for_a_while()
    {
        var time = new FakeTimeProvider();
        var logger = new Written();
        var log = new DatabaseFaultLog(logger, time);
        var defect = new DbUpdateException("save", new SqliteException("no such table: Tags", 1));

        log.Note(defect);
        log.Note(new InvalidOperationException("page", defect));
        log.Note(new SqliteException("locked", 5));
        log.Note(new DbUpdateConcurrencyException());
        var before = log.Recent.Count;
        time.Advance(DatabaseFaultLog.Remembered);

        Assert.Equal(
            ["The database needs a person (Defect): SQLite 1: no such table: Tags", "The database is busy or away: SQLite 5: locked"],
            logger.Lines);
        Assert.Equal((1, 0), (before, log.Recent.Count));
    }

    private sealed class Written : ILogger<DatabaseFaultLog>
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add(formatter(state, exception));
    }
}
