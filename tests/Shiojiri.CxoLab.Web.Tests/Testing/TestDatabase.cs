using System.Collections.Concurrent;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace Shiojiri.CxoLab.Web.Tests.Testing;

/// <summary>A database with the first content, for one site at a time; a SQLite file or one on the SQL Server that the tests run on.</summary>
internal abstract class TestDatabase : IDisposable
{
    /// <summary>The site's own folder.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("cxolab-").FullName;

    /// <summary>Where a site finds this database.</summary>
    public abstract Dictionary<string, string?> Settings { get; }

    public abstract string File { get; }

    /// <param name="start">A SQLite file to begin with, in place of the migrated template.</param>
    public static async Task<TestDatabase> CreateAsync(string? start = null)
    {
        if (TestEngine.IsSqlServer)
        {
            return await SqlServerDatabase.TakeAsync(await TestEngine.ServerAsync());
        }

        var sqlite = new SqliteDatabase(start);
        await sqlite.ClearAsync();
        return sqlite;
    }

    /// <summary>Leaves the first content alone.</summary>
    public abstract Task ClearAsync();

    public virtual void Dispose()
    {
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    private sealed class SqliteDatabase : TestDatabase
    {
        private readonly string? _start;

        public SqliteDatabase(string? start)
        {
            _start = start;
            AppDomain.CurrentDomain.ProcessExit += (_, _) => base.Dispose();
        }

        public override Dictionary<string, string?> Settings => new() { ["ConnectionStrings:CxoLab"] = $"Data Source={File}" };

        public override string File => Path.Combine(Folder, "cxolab.db");

        // Migrating takes longer than most tests: a copy of one migrated file is as good. Connections to the last one must not outlive it.
        public override async Task ClearAsync()
        {
            var template = _start ?? await SqliteTemplate.FileAsync();
            SqliteConnection.ClearAllPools();
            foreach (var rest in Directory.GetFiles(Folder, "cxolab.db*"))
            {
                System.IO.File.Delete(rest);
            }

            System.IO.File.Copy(template, File);
        }

        public override void Dispose()
        {
            SqliteConnection.ClearAllPools();
            base.Dispose();
        }
    }

    // Creating and migrating one takes long: each is emptied and used again, by whichever site comes next.
    private sealed class SqlServerDatabase(string connection) : TestDatabase
    {
        private static readonly ConcurrentBag<string> Free = [];
        private bool _given;

        public override Dictionary<string, string?> Settings => new() { ["Database:Provider"] = "SqlServer", ["ConnectionStrings:CxoLab"] = connection };

        public override string File => throw new InvalidOperationException("There is no file on a SQL Server: mark the test as [SqliteFact].");

        public static async Task<SqlServerDatabase> TakeAsync(string server)
        {
            if (Free.TryTake(out var free))
            {
                var used = new SqlServerDatabase(free);
                await used.ClearAsync();
                return used;
            }

            var database = new SqlConnectionStringBuilder(server) { InitialCatalog = SqlServerScripts.NewName() };
            await RunAsync(server, SqlServerScripts.Create(database.InitialCatalog));
            await SqlServerScripts.MigrateAsync(database.ConnectionString);
            AppDomain.CurrentDomain.ProcessExit += (_, _) => RunAsync(server, SqlServerScripts.Drop(database.InitialCatalog)).GetAwaiter().GetResult();
            return new SqlServerDatabase(database.ConnectionString);
        }

        public override async Task ClearAsync()
        {
            await RunAsync(connection, SqlServerScripts.Empty());
            await SqlServerScripts.MigrateAsync(connection);
        }

        public override void Dispose()
        {
            if (!Interlocked.Exchange(ref _given, true))
            {
                Free.Add(connection);
                base.Dispose();
            }
        }

        private static async Task RunAsync(string connection, string sql)
        {
            await using var server = new SqlConnection(connection);
            await server.OpenAsync();
            await using var command = server.CreateCommand();
#pragma warning disable CA2100 // names come from the model and from a Guid of our own
            command.CommandText = sql;
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync();
        }
    }
}
