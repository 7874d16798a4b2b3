using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Tests.Testing;
using Shiojiri.CxoLab.Web.Tests.Testing.Replay;
using Xunit.Sdk;

namespace Shiojiri.CxoLab.Web.Tests.Data;

/// <summary>
/// All tests that speak to a site have each of its queries translated for SQL Server, parsed and judged. Here it is shown that what is wrong is found.
/// </summary>
public sealed class ServerReplayTests
{
    [Fact]
    public void What_only_SQLite_can_do_is_found() =>
        Assert.StartsWith("InvalidOperationException", Assert.Single(Faults(db => db.Applications.Where(a => EF.Functions.Glob(a.Number, "1*")).Take(1))), StringComparison.Ordinal);

    [Fact]
    public void What_would_be_worked_out_row_by_row_on_this_side_is_found() =>
        Assert.Equal(["calls ServerReplayTests.Shouted for every row on the client"], Faults(db => db.Applications.OrderBy(a => a.Id).Take(1).Select(a => Shouted(a.Number))));

    [Fact]
    public void A_name_put_in_order_by_the_collation_of_the_server_is_found() =>
        Assert.StartsWith("puts Applications.Name in order", Assert.Single(Faults(db => db.Applications.OrderBy(a => a.Name).Take(1).Select(a => a.Id))), StringComparison.Ordinal);

    [Fact]
    public void A_name_compared_by_the_collation_of_the_server_is_found() =>
        Assert.StartsWith("compares Applications.Name by", Assert.Single(Faults(db => db.Applications.Where(a => a.Name == "塩尻").OrderBy(a => a.Id).Take(1).Select(a => a.Id))), StringComparison.Ordinal);

    [Fact]
    public void A_list_without_a_bound_is_found()
    {
        Assert.Equal("Applications", Unbounded(db => db.Applications.Select(a => a.Id)));
        Assert.Equal("Applications", Unbounded(db => db.Applications.Where(a => a.CohortId == 1).OrderBy(a => a.Id)));
        Assert.Equal("Applications", Unbounded(db => db.Applications.Skip(20)));
        Assert.Equal("Applications", Unbounded(db => db.Cohorts.Join(db.Applications, c => c.Id, a => a.CohortId, (c, a) => a.Number)));
        Assert.Equal("Applications", Unbounded(db => db.Applications.GroupBy(a => a.NormalizedEmail).Select(g => new { g.Key, Many = g.Count() })));
        Assert.Equal("Applications", Unbounded(db => db.Applications.Where(a => a.Id == 1 || a.CohortId == 2)));
        Assert.Equal("Applications", Unbounded(db => db.Applications.Where(a => a.Numbers.Any(n => n.Id > 1))));
        Assert.Equal("OutgoingMails, Applications", Unbounded(db => db.OutgoingMails.Join(db.Applications.Where(a => a.CohortId == 1), m => m.ApplicationId, a => a.Id, (m, a) => m.Id)));
    }

    [Fact]
    public void A_list_with_a_bound_is_let_through()
    {
        Assert.Equal("", Unbounded(db => db.Applications.OrderBy(a => a.Id).Take(20)));
        Assert.Equal("", Unbounded(db => db.Applications.Include(a => a.Interests).OrderBy(a => a.Id).Take(20)));
        Assert.Equal("", Unbounded(db => db.Applications.Where(a => a.Number == "1")));
        Assert.Equal("", Unbounded(db => db.OutgoingMails.Where(m => m.ApplicationId == 1)));
        Assert.Equal("", Unbounded(db => db.Applications.Where(a => a.Id == 1 || a.MergedIntoId == 2)));
        Assert.Equal("", Unbounded(db => db.Applications.Where(a => a.Numbers.Any(n => n.Number == "1"))));
        Assert.Equal("", Unbounded(db => db.Applications.OrderBy(a => a.Id).Take(20).Select(a => a.StatusChanges.OrderBy(c => c.Id).FirstOrDefault())));
        Assert.Equal("", Unbounded(db => db.Applications.GroupBy(a => a.Status).Select(g => new { g.Key, Many = g.Count() })));
        Assert.Equal("", Unbounded(db => db.Cohorts.Include(c => c.Sessions)));
    }

    [Fact]
    public void A_query_is_asked_with_what_was_given_then_with_everything_then_with_nothing()
    {
        using var db = new SqliteDesignTime().CreateDbContext([]);
        var query = db.Applications.Where(a => a.Number == "1").Expression;

        var asked = AskedValues.For(query, new Dictionary<string, object?> { ["ids"] = new List<int> { 7 }, ["name"] = "太郎", ["day"] = new DateOnly(2022, 6, 9) });

        Assert.Equal(
            ["[7] 太郎 2022-06-09", "[0,0] 値 2022-06-09", "[]  2022-06-09"],
            asked.Select(v => $"[{string.Join(",", (IEnumerable<int>)v["ids"]!)}] {v["name"]} {v["day"]:yyyy-MM-dd}"));
    }

    [Fact]
    public async Task A_row_that_SQL_Server_has_no_table_for_is_found_when_it_is_saved()
    {
        var faults = new ReplayFaults();
        await using var db = new Foreign(new DbContextOptionsBuilder<Foreign>().UseSqlite("Data Source=:memory:").AddInterceptors(new SaveReplay(faults)).Options);
        await db.Database.OpenConnectionAsync();
        await db.Database.EnsureCreatedAsync();
        db.Add(new Unknown());

        await db.SaveChangesAsync();

        Assert.Contains("Added Unknown", Assert.ThrowsAny<XunitException>(faults.AssertNone).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_a_later_interceptor_adds_is_found_too()
    {
        var faults = new ReplayFaults();
        await using var db = new Foreign(
            new DbContextOptionsBuilder<Foreign>().UseSqlite("Data Source=:memory:").AddInterceptors(new SaveReplay(faults), new AddsAnother()).Options);
        await db.Database.OpenConnectionAsync();
        await db.Database.EnsureCreatedAsync();
        db.Add(new Unknown());

        await db.SaveChangesAsync();

        Assert.Contains("Added Stranger", Assert.ThrowsAny<XunitException>(faults.AssertNone).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_test_that_asks_first_fails()
    {
        var site = await Site.StartAsync();
        await site.InDatabaseAsync(db => db.Applications.Where(a => EF.Functions.Glob(a.Number, "2*")).CountAsync());

        var failed = Assert.ThrowsAny<XunitException>(site.Dispose);

        Assert.Contains("The_test_that_asks_first_fails", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_transaction_outside_of_a_strategy_is_refused_as_on_SQL_Server()
    {
        using var site = await Site.StartAsync();

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => site.InDatabaseAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            return await db.Cohorts.AnyAsync();
        }));

        Assert.Contains("user-initiated transactions", refused.Message, StringComparison.Ordinal);
    }

    private sealed class Foreign(DbContextOptions<Foreign> options) : DbContext(options)
    {
        public DbSet<Unknown> Unknown => Set<Unknown>();

        public DbSet<Stranger> Strangers => Set<Stranger>();
    }

    private sealed class Unknown
    {
        public int Id { get; set; }
    }

    private sealed class Stranger
    {
        public int Id { get; set; }
    }

    private sealed class AddsAnother : SaveChangesInterceptor
    {
        public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
            DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            eventData.Context!.Add(new Stranger());
            return ValueTask.FromResult(result);
        }
    }

    private static string Shouted(string number) => $"{number}!";

    private static string Unbounded<T>(Expression<Func<CxoLabDb, IQueryable<T>>> query) =>
        string.Join(" ", Faults(query).Select(f => f.StartsWith("reads ", StringComparison.Ordinal) ? f[6..f.IndexOf(" without", StringComparison.Ordinal)] : f));

    private static IReadOnlyList<string> Faults<T>(Expression<Func<CxoLabDb, IQueryable<T>>> query)
    {
        using var db = new SqliteDesignTime().CreateDbContext([]);
        return ServerReplay.FaultsOf<IEnumerable<T>>(query.Compile()(db).Expression, new Dictionary<string, object?>(), async: false, new Caller("here", IsSite: true));
    }
}
