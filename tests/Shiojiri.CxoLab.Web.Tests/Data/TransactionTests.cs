using ArchUnitNET.Domain;
using ArchUnitNET.Domain.Dependencies;
using ArchUnitNET.Loader;
using Shiojiri.CxoLab.Web.Data;

namespace Shiojiri.CxoLab.Web.Tests.Data;

/// <summary>
/// On SQL Server a statement that failed in passing is tried again, so nobody may begin a transaction by himself: it has to lie within the strategy
/// that tries again. Sites of tests hold to this on SQLite, too (<see cref="Testing.Replay.OneTryStrategy"/>).
/// </summary>
public sealed class TransactionTests
{
    [Fact]
    public void Connections_to_SQL_Server_try_again()
    {
        using var db = new SqlServerDesignTime().CreateDbContext([]);

        Assert.True(db.Database.CreateExecutionStrategy().RetriesOnFailure);
    }

    [Fact]
    public void Whoever_begins_a_transaction_does_so_within_a_strategy()
    {
        var calls = new ArchLoader().LoadAssembly(typeof(CxoLabDb).Assembly).Build().Types
            .SelectMany(type => type.Dependencies.OfType<MethodCallDependency>().Select(call => (Type: Outer(type), call.TargetMember.Name)))
            .ToList();

        var begin = Callers("BeginTransaction").Concat(Callers("UseTransaction")).ToHashSet();

        Assert.Equal(["EarlierAuditLog", "SqliteWriter"], begin.Order(StringComparer.Ordinal));
        Assert.Superset(begin, Callers("CreateExecutionStrategy").ToHashSet());

        IEnumerable<string> Callers(string method) => calls.Where(c => c.Name.StartsWith(method, StringComparison.Ordinal)).Select(c => c.Type);
    }

    // An asynchronous method or a lambda is a type within the one that was written.
    private static string Outer(IType type) => type.FullName.Split('+', '/', '<', '`')[0].Split('.')[^1];
}
