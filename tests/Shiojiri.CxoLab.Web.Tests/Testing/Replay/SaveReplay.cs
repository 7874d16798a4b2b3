using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;
using Shiojiri.CxoLab.Web.Data;

namespace Shiojiri.CxoLab.Web.Tests.Testing.Replay;

/// <summary>
/// Has SQL Server's provider write down every kind of change that a test's site saves: which table, whether a row is new, changed or gone, and
/// which columns. What does not parse fails the test that saved first. It looks when the save gives its first command: by then every interceptor has
/// added what it adds.
/// </summary>
internal sealed class SaveReplay(ReplayFaults faults) : DbCommandInterceptor
{
    // As many as the provider takes to gather rows into one MERGE.
    private const int ManyRows = 4;

    private static readonly ConcurrentDictionary<string, byte> Seen = new();

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Look(eventData);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Look(eventData);
        return ValueTask.FromResult(result);
    }

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        Look(eventData);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Look(eventData);
        return ValueTask.FromResult(result);
    }

    /// <summary>What SQL Server has against one change.</summary>
    public static IReadOnlyList<string> FaultsOf(EntityEntry change)
    {
        var server = new SilentSqlServer();
        using var db = new SqlServerCxoLabDb(
            new DbContextOptionsBuilder<SqlServerCxoLabDb>().UseSqlServer("Server=nowhere").AddInterceptors(server).Options, TestKeys.Keys)
        {
            Database = { AutoTransactionBehavior = AutoTransactionBehavior.Never },
        };

        try
        {
            foreach (var _ in Enumerable.Range(0, change.State == EntityState.Added && Generated(change).Any() ? ManyRows : 1))
            {
                Repeat(change, db);
            }

            // Nothing is waited for: the silent server answers at once.
            db.SaveChangesAsync().GetAwaiter().GetResult();
        }
        catch (Exception) when (!server.Statements.IsEmpty)
        {
            // The silent server gives no id and counts no row. By then it has been told everything.
        }
        catch (Exception refused)
        {
            return [$"{refused.GetType().Name} {refused.Message}"];
        }

        return server.Statements.IsEmpty ? ["gave no statement"] : [.. server.Faults];
    }

    private void Look(CommandEventData command)
    {
        if (command is { CommandSource: CommandSource.SaveChanges, Context: { } db })
        {
            Look(db);
        }
    }

    private void Look(DbContext db)
    {
        foreach (var change in db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && !HasDocument(e.Metadata)))
        {
            var kind = $"{change.State} {change.Metadata.ShortName()} {string.Join(",", Changed(change))}";
            if (Seen.TryAdd(kind, 0))
            {
                foreach (var fault in FaultsOf(change))
                {
                    faults.Add($"{kind}: {fault}");
                }
            }
        }
    }

    private static void Repeat(EntityEntry change, DbContext db)
    {
        var row = db.Entry(change.CurrentValues.ToObject());
        foreach (var key in change.State == EntityState.Added ? Generated(change) : [])
        {
            row.Property(key.Name).CurrentValue = key.Sentinel;
        }

        row.State = change.State == EntityState.Modified ? EntityState.Unchanged : change.State;
        foreach (var name in Changed(change))
        {
            row.Property(name).IsModified = true;
        }
    }

    private static IEnumerable<string> Changed(EntityEntry change) =>
        change.State == EntityState.Modified ? change.Properties.Where(p => p.IsModified).Select(p => p.Metadata.Name).Order(StringComparer.Ordinal) : [];

    private static IEnumerable<IProperty> Generated(EntityEntry change) =>
        change.Metadata.FindPrimaryKey()!.Properties.Where(p => p.ValueGenerated == ValueGenerated.OnAdd && change.Property(p.Name).IsTemporary);

    // A passkey's data are a JSON document in a column of its row, which can't be repeated without its row.
    private static bool HasDocument(IEntityType type) => type.IsOwned() || type.GetNavigations().Any(n => n.TargetEntityType.IsOwned());
}
