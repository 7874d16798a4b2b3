using System.Data.Common;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Cohorts;

/// <summary>A first capacity is set at the very moment at which somebody applies: the counts on the cohort are those of its applications.</summary>
public sealed class FirstCapacityTests
{
    private const string Path = "/admin/cohorts/3/details";

    [Fact]
    public async Task Who_applies_after_the_count_and_before_the_save_holds_a_place()
    {
        var pause = new Pause(Path, sql => sql.Contains("GROUP BY", StringComparison.Ordinal));
        using var site = await SiteAsync(pause);
        await site.Visitor().ApplyAsync();
        var (staff, check) = await CheckAsync(site, "5");

        var saving = staff.PostAsync(Path, check.Fields($"form[action='{Path}']"));
        await pause.ReachedAsync();
        var applied = await site.Visitor().ApplyAsync(("Email", "jiro@example.jp"));
        pause.Release();
        var saved = await saving;

        Assert.Equal(("お申し込みを受け付けました", HttpStatusCode.OK), (applied.Heading, saved.Status));
        Assert.Equal((5, 2, 0), await CountsAsync(site));
    }

    [Fact]
    public async Task Who_read_of_no_capacity_and_saves_after_it_was_set_is_looked_at_anew()
    {
        var pause = new Pause("/apply", IsTheCohortThatReceives);
        using var site = await SiteAsync(pause);
        await site.ReceiveAsync(1, (_, a) => a with { Email = "first@example.jp" });
        var (staff, check) = await CheckAsync(site, "1");
        var visitor = site.Visitor();
        var form = await visitor.CheckAsync();

        var applying = visitor.SendAsync(form);
        await pause.ReachedAsync();
        await staff.PostAsync(Path, check.Fields($"form[action='{Path}']"));
        pause.Release();
        await applying;

        Assert.Equal((1, 1, 1), await CountsAsync(site));
        Assert.Equal(
            [ApplicationStatus.Received, ApplicationStatus.Waitlisted],
            await site.InDatabaseAsync(db => db.Applications.OrderBy(a => a.Id).Select(a => a.Status).ToListAsync()));
    }

    [Fact]
    public async Task About_twenty_places_are_counted_when_people_apply()
    {
        using var site = await Site.StartAsync();
        await site.InDatabaseAsync(async db =>
        {
            (await db.Cohorts.SingleAsync()).Limits(20, isAbout: true, 0, 0);
            return await db.SaveChangesAsync();
        });

        await site.Visitor().ApplyAsync();

        Assert.Equal((20, 1, 0), await CountsAsync(site));
    }

    // Not the one that the page shows, which comes with its dates.
    private static bool IsTheCohortThatReceives(string sql) => sql.Contains("Cohorts", StringComparison.Ordinal)
        && !sql.Contains("CurriculumSessions", StringComparison.Ordinal) && (sql.Contains("LIMIT 2", StringComparison.Ordinal) || sql.Contains("TOP(2)", StringComparison.Ordinal));

    private static Task<Site> SiteAsync(Pause pause) => Site.StartAsync(services: services =>
    {
        Outbox.StandsStill(services);
        services.AddHttpContextAccessor();
        services.Intercept(pause);
    });

    private static async Task<(HttpClient Staff, Page Check)> CheckAsync(Site site, string capacity)
    {
        var staff = await site.StaffAsync(Role.Administrator);
        var fields = (await staff.OpenAsync(Path)).Fields("form.form");
        fields["Capacity"] = capacity;
        return (staff, await staff.PostAsync($"{Path}/check", fields));
    }

    private static Task<(int?, int, int)> CountsAsync(Site site) => site.InDatabaseAsync(async db =>
    {
        var cohort = await db.Cohorts.AsNoTracking().SingleAsync();
        return (cohort.Capacity, cohort.PlacesTaken, cohort.Waiting);
    });

    /// <summary>Holds one posted form where it has read the last thing it goes by and has written nothing yet.</summary>
    private sealed class Pause(string path, Func<string, bool> isTheOne) : DbCommandInterceptor
    {
        private static readonly HttpContextAccessor Asking = new();

        private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _held;

        public Task ReachedAsync() => _reached.Task.WaitAsync(TimeSpan.FromSeconds(20));

        public void Release() => _released.TrySetResult();

        public override async ValueTask<DbDataReader> ReaderExecutedAsync(
            DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
        {
            if (Asking.HttpContext is { Request: { Method: "POST", Path: var at } } && at == path && isTheOne(command.CommandText) && Interlocked.Exchange(ref _held, 1) == 0)
            {
                _reached.TrySetResult();
                await _released.Task.WaitAsync(TimeSpan.FromSeconds(20), cancellationToken);
            }

            return result;
        }
    }
}
