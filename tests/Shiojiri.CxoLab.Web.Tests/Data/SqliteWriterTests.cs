using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Data;

/// <summary>Saves that gather while another one is under way are stored by one commit, and yet each by itself.</summary>
public sealed class SqliteWriterTests
{
    private static readonly string[] Names = ["一", "二", "三", "四", "五", "六"];

    [SqliteFact]
    public async Task Saves_that_wait_together_are_stored_by_one_commit()
    {
        var watch = new SavingWatch();
        using var site = await Site.StartAsync(services: services => services.Intercept(watch));
        var seen = new List<int>();
        watch.Each = async db =>
        {
            // From another connection: what the ones before have written is not committed yet.
            seen.Add(await TagsAsync(site));
            return db;
        };

        var outcomes = await TogetherAsync(site, Names);

        Assert.All(outcomes, Assert.Null);
        Assert.Equal(Enumerable.Repeat(0, Names.Length), seen);
        Assert.Equal(Names.Length, await TagsAsync(site));
    }

    [SqliteFact]
    public async Task Whoever_is_overtaken_by_a_neighbour_hears_it_alone()
    {
        using var site = await Site.StartAsync();

        var outcomes = await TogetherAsync(site, ["一", "二", "一", "三", "二"]);

        Assert.Equal([null, null, true, null, true], outcomes.Select(o => o is null ? (bool?)null : o is DbUpdateException lost && UniqueViolation.IsLostRace(lost)));
        Assert.Equal(3, await TagsAsync(site));
    }

    [SqliteFact]
    public async Task A_defect_of_one_undoes_nothing_of_the_others()
    {
        using var site = await Site.StartAsync();

        // No cohort has this number: the foreign key is not kept.
        var outcomes = await TogetherAsync(site, ["一", "二", "三"], faulty: "二");

        Assert.Null(outcomes[0]);
        Assert.Equal(DatabaseFaultKind.Defect, DatabaseTrouble.Find(outcomes[1])?.Kind);
        Assert.Null(outcomes[2]);
        Assert.Equal(2, await TagsAsync(site));
    }

    [SqliteFact]
    public async Task When_the_common_commit_breaks_off_each_is_stored_once_all_the_same()
    {
        var watch = new SavingWatch();
        using var site = await Site.StartAsync(services: services => services.Intercept(watch));
        var tries = 0;
        watch.Each = db => ++tries == 3 ? throw new IOException("in the middle of the others") : Task.FromResult(db);

        var outcomes = await TogetherAsync(site, Names);

        Assert.All(outcomes, Assert.Null);
        Assert.Equal(3 + Names.Length, tries);
        Assert.Equal(Names.Length, await TagsAsync(site));
    }

    [SqliteFact]
    public async Task Whoever_gives_up_waiting_has_stored_nothing()
    {
        using var site = await Site.StartAsync();
        var writer = site.Services.GetRequiredService<SqliteWriter>();
        using var patience = new CancellationTokenSource();

        await writer.AloneAsync(
            async _ =>
            {
                var waiting = SaveAsync(site, "一", ct: patience.Token);
                await patience.CancelAsync();
                Assert.IsAssignableFrom<OperationCanceledException>(await waiting);
                return 0;
            },
            CancellationToken.None);
        Assert.Null(await SaveAsync(site, "二"));

        Assert.Equal(1, await TagsAsync(site));
    }

    /// <summary>Begins all the saves while somebody else writes, and gives what each of them threw.</summary>
    private static async Task<Exception?[]> TogetherAsync(Site site, string[] names, string? faulty = null)
    {
        var writer = site.Services.GetRequiredService<SqliteWriter>();
        var saves = await writer.AloneAsync(
            _ => Task.FromResult(names.Select(name => SaveAsync(site, name, isFaulty: name == faulty)).ToArray()), CancellationToken.None);
        return await Task.WhenAll(saves);
    }

    // Runs to the writer's queue before it returns: nothing before that waits for anything.
    private static async Task<Exception?> SaveAsync(Site site, string name, bool isFaulty = false, CancellationToken ct = default)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CxoLabDb>();
        db.Add(new Tag(isFaulty ? 4711 : 1, name));
        return await Record.ExceptionAsync(() => db.SaveChangesAsync(ct));
    }

    private static Task<int> TagsAsync(Site site) => site.InDatabaseAsync(db => db.Tags.CountAsync());

    /// <summary>Hears of each save of a tag before it is written.</summary>
    private sealed class SavingWatch : SaveChangesInterceptor
    {
        public Func<DbContext, Task<DbContext>> Each { get; set; } = Task.FromResult;

        public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
            DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            if (eventData.Context!.ChangeTracker.Entries<Tag>().Any())
            {
                await Each(eventData.Context);
            }

            return result;
        }
    }
}
