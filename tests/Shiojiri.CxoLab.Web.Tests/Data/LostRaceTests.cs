using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Data;

/// <summary>What happens to a save that comes second.</summary>
public sealed class LostRaceTests
{
    [Fact]
    public async Task Work_that_was_overtaken_begins_anew_with_nothing_tracked()
    {
        using var site = await Site.StartAsync();
        var seen = new List<int>();

        var rounds = await site.InDatabaseAsync(async db =>
        {
            var cohort = await db.Cohorts.Select(c => c.Id).SingleAsync();
            return await LostRace.RetryAsync(
                db,
                async (round, ct) =>
                {
                    seen.Add(db.ChangeTracker.Entries().Count());
                    db.Add(new Tag(cohort, round == 1 ? "同じ" : "別の"));
                    if (round == 1)
                    {
                        await site.InDatabaseAsync(other => AddTagAsync(other, cohort, "同じ"));
                    }

                    await db.SaveChangesAsync(ct);
                    return round;
                },
                () => 0,
                CancellationToken.None);
        });

        Assert.Equal(2, rounds);
        Assert.Equal([0, 0], seen);
    }

    [SqliteFact]
    public async Task Whoever_was_overtaken_once_is_not_overtaken_again_by_a_neighbour()
    {
        using var site = await Site.StartAsync();
        var neighbour = Task.CompletedTask;

        var rounds = await site.InDatabaseAsync(async db =>
        {
            var cohort = await db.Cohorts.Select(c => c.Id).SingleAsync();
            return await LostRace.RetryAsync(
                db,
                async (round, ct) =>
                {
                    // In the first round the neighbour is through before this one saves; in the second it has to wait.
                    var name = $"第{round}希望";
                    neighbour = site.InDatabaseAsync(other => AddTagAsync(other, cohort, name));
                    await (round == 1 ? neighbour : Task.CompletedTask);
                    db.Add(new Tag(cohort, name));
                    await db.SaveChangesAsync(ct);
                    return round;
                },
                () => 0,
                CancellationToken.None);
        });

        Assert.Equal(2, rounds);
        Assert.True(UniqueViolation.IsLostRace(await Assert.ThrowsAnyAsync<DbUpdateException>(() => neighbour)));
    }

    [Fact]
    public async Task After_its_rounds_it_says_so_and_leaves_nothing_behind()
    {
        using var site = await Site.StartAsync();

        var (outcome, rounds, tracked) = await site.InDatabaseAsync(async db =>
        {
            var cohort = await db.Cohorts.Select(c => c.Id).SingleAsync();
            await AddTagAsync(db, cohort, "同じ");
            var tried = 0;
            var said = await LostRace.RetryAsync(
                db,
                async (_, ct) =>
                {
                    tried++;
                    await AddTagAsync(db, cohort, "同じ");
                    return "stored";
                },
                () => "overtaken",
                CancellationToken.None);
            return (said, tried, db.ChangeTracker.Entries().Count());
        });

        Assert.Equal(("overtaken", LostRace.FewRounds, 0), (outcome, rounds, tracked));
    }

    [Fact]
    public async Task A_failed_save_leaves_nothing_for_a_later_one_to_stumble_over()
    {
        using var site = await Site.StartAsync();

        var stored = await site.InDatabaseAsync(async db =>
        {
            var cohort = await db.Cohorts.Select(c => c.Id).SingleAsync();
            await Assert.ThrowsAsync<DbUpdateException>(() => AddTagAsync(db, cohort + 1000, "ない期"));
            Assert.Empty(db.ChangeTracker.Entries());
            return await AddTagAsync(db, cohort, "ある期");
        });

        Assert.Equal(1, stored);
    }

    [Fact]
    public async Task Nothing_is_saved_synchronously()
    {
        using var site = await Site.StartAsync();

        await site.InDatabaseAsync(async db =>
        {
            db.Add(new Tag(await db.Cohorts.Select(c => c.Id).SingleAsync(), "同期"));
            return Assert.Throws<NotSupportedException>(() => db.SaveChanges());
        });
    }

    private static Task<int> AddTagAsync(CxoLabDb db, int cohort, string name)
    {
        db.Add(new Tag(cohort, name));
        return db.SaveChangesAsync();
    }
}
