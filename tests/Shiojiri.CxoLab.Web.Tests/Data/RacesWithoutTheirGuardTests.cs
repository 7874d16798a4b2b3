using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.FinishedPages;
using Shiojiri.CxoLab.Web.Mail;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Data;

/// <summary>
/// The races of the site with what guards them taken away: each goes wrong. So the tests that see them go right do meet at the worst moment, and the guard
/// is what makes them so.
/// </summary>
public sealed class RacesWithoutTheirGuardTests
{
    [SqliteFact]
    public async Task Without_its_indexes_one_form_sent_eight_times_makes_several_applications()
    {
        var meeting = new Meeting("Applications") { Containing = "ActiveEmail" };
        using var site = await Site.StartAsync(services: meeting.Watch);
        await DropAsync(site, "IX_Applications_Key", "IX_Applications_CohortId_ActiveEmail", "IX_OutgoingMails_Occasion");
        var visitor = site.Visitor();
        var check = await visitor.CheckAsync();

        await meeting.OfAsync(8, () => visitor.SendAsync(check));

        Assert.True(await site.InDatabaseAsync(db => db.Applications.CountAsync()) > 1);
    }

    [SqliteFact]
    public async Task Without_the_index_of_addresses_one_address_stands_several_times()
    {
        var meeting = new Meeting("Applications") { Containing = "ActiveEmail" };
        using var site = await Site.StartAsync(services: meeting.Watch);
        await DropAsync(site, "IX_Applications_CohortId_ActiveEmail");
        var visitor = site.Visitor();
        var checks = new List<Page>();
        for (var i = 0; i < 4; i++)
        {
            checks.Add(await visitor.CheckAsync());
        }

        await meeting.OfAsync([.. checks.Select(check => (Func<Task<Page>>)(() => visitor.SendAsync(check)))]);

        Assert.True(await site.InDatabaseAsync(db => db.Applications.CountAsync(a => a.ActiveEmail == "taro@example.jp")) > 1);
    }

    [SqliteFact]
    public async Task Without_the_version_of_the_cohort_more_get_in_than_there_are_places()
    {
        var meeting = new Meeting("Cohorts") { Containing = "LIMIT 2" };
        var blind = new Blind(new Regex("""(UPDATE "Cohorts" SET [^;]*?) AND "Version" = @p\d+"""), "$1");
        using var site = await Site.StartAsync(services: services => { meeting.Watch(services); services.Intercept(blind); });
        await site.InDatabaseAsync(db => db.Cohorts.ExecuteUpdateAsync(set => set.SetProperty(c => c.Capacity, 5)));
        var visitor = site.Visitor();
        var checks = new List<Page>();
        for (var i = 0; i < 20; i++)
        {
            checks.Add(await visitor.CheckAsync(("Email", $"taro{i}@example.jp")));
        }

        await meeting.OfAsync([.. checks.Select(check => (Func<Task<Page>>)(() => visitor.SendAsync(check)))]);

        Assert.True(blind.Times > 0);
        Assert.True(await site.InDatabaseAsync(db => db.Applications.CountAsync(a => a.HoldsPlace)) > 5);
    }

    [SqliteFact]
    public async Task Without_its_lease_a_mail_leaves_twice()
    {
        await using var smtp = new LoopbackSmtp(SmtpMood.Accepts);
        var bothCalled = new TaskCompletionSource();
        smtp.Greets = bothCalled.Task;
        var blind = new Blind(new Regex("""(UPDATE "OutgoingMails"[^;]*?) AND \("o"\."LeasedUntilUtc" IS NULL OR "o"\."LeasedUntilUtc" < @\w+\)"""), "$1");
        using var site = await Site.StartAsync(smtp.Settings, services => { Outbox.StandsStill(services); services.Intercept(blind); });
        await site.Visitor().ApplyAsync();
        var id = Assert.Single(await site.MailsAsync()).Id;
        async Task DeliverAsync()
        {
            await using var scope = site.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<MailDispatcher>().DeliverAsync(id, CancellationToken.None);
        }

        var first = DeliverAsync();
        await Eventually.HoldsAsync(() => smtp.Connections == 1);
        var second = DeliverAsync();
        await Eventually.HoldsAsync(() => smtp.Connections == 2);
        bothCalled.SetResult();
        await Task.WhenAll(first, second);

        Assert.Equal((2, 2), (blind.Times, smtp.Accepted.Count));
    }

    [SqliteFact]
    public async Task Without_versions_and_indexes_two_who_decide_the_same_tell_everybody_twice()
    {
        var meeting = new Meeting("Cohorts") { Containing = "WHERE \"c\".\"Id\"" };
        var blind = new Blind(new Regex("""(UPDATE "Applications" SET [^;]*?) AND "Version" = @p\d+"""), "$1");
        var forgetful = new Blind(new Regex("""^DELETE FROM "PreparedDecisions".*$""", RegexOptions.Singleline), "SELECT 1;");
        using var site = await Site.StartAsync(services: services =>
        {
            meeting.Watch(services);
            Outbox.StandsStill(services);
            services.Intercept(blind);
            services.Intercept(forgetful);
        });
        var (one, other) = (await site.StaffAsync(Role.Reviewer, "審査 一"), await site.StaffAsync(Role.Administrator, "管理 二"));
        var numbers = await site.ApplicantsAsync(1, ApplicationStatus.UnderReview);
        await one.PrepareAsync(ApplicationStatus.Accepted, numbers);
        var checks = new[]
        {
            (Staff: one, Page: await one.CheckAsync(await one.OpenAsync("/admin/decisions"), numbers)),
            (Staff: other, Page: await other.CheckAsync(await other.OpenAsync("/admin/decisions"), numbers)),
        };
        await DropAsync(site, "IX_OutgoingMails_Occasion", "IX_AuditEntries_Sequence");

        await meeting.OfAsync([.. checks.Select(c => (Func<Task<Page>>)(() => c.Staff.CarryOutAsync(c.Page)))]);

        Assert.Equal(2, (await site.MailsAsync(MailKind.Acceptance)).Count);
    }

    [Fact]
    public async Task A_page_that_was_being_rendered_while_staff_changed_it_is_seen_by_nobody_after_that()
    {
        var (site, old) = await RenderedWhileChangedAsync();
        await using var own = site;

        Assert.Contains("20,000円", old.Words, StringComparison.Ordinal);
        Assert.Contains("25,000円", (await site.Visitor().OpenAsync("/recruit")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Under_the_stamp_of_after_the_change_it_would_be_seen_by_everybody()
    {
        var (site, old) = await RenderedWhileChangedAsync();
        await using var own = site;
        var store = site.Services.GetRequiredService<FinishedPageStore>();

        store.Put("/recruit", new FinishedPage(await old.Answer.Content.ReadAsByteArrayAsync(), store.Begin()!.Value));

        Assert.DoesNotContain("25,000円", (await site.Visitor().OpenAsync("/recruit")).Words, StringComparison.Ordinal);
    }

    private static async Task<(Site Site, Page Old)> RenderedWhileChangedAsync()
    {
        var slow = new SlowRendering();
        var site = await Site.StartAsync(services: services => services.Configure<MvcOptions>(mvc => mvc.Filters.Add(slow)));
        await Eventually.HoldsAsync(() => site.Services.GetRequiredService<SiteSnapshot>().Stamp is not null);
        slow.Begin();
        var rendering = site.Visitor().OpenAsync("/recruit");
        await slow.HasRead;
        await site.InDatabaseAsync(async db =>
        {
            var cohort = await db.Cohorts.SingleAsync();
            cohort.Change("第三期", cohort.TermStartsOn, cohort.TermEndsOn, new Yen(25_000));
            return await db.SaveChangesAsync();
        });
        slow.GoOn();
        return (site, await rendering);
    }

    private static Task<int> DropAsync(Site site, params string[] indexes) => site.InDatabaseAsync(async db =>
    {
        foreach (var index in indexes)
        {
#pragma warning disable EF1002 // names are this class's own
            await db.Database.ExecuteSqlRawAsync($"DROP INDEX {index}");
#pragma warning restore EF1002
        }

        return 0;
    });

    /// <summary>Takes a condition out of the site's own statements.</summary>
    private sealed class Blind(Regex guard, string without) : DbCommandInterceptor
    {
        private int _times;

        public int Times => _times;

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Take(command);
            return ValueTask.FromResult(result);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            Take(command);
            return ValueTask.FromResult(result);
        }

        private void Take(DbCommand command)
        {
            if (guard.IsMatch(command.CommandText))
            {
                Interlocked.Increment(ref _times);
#pragma warning disable CA2100 // the site's own statement, shorter
                command.CommandText = guard.Replace(command.CommandText, without);
#pragma warning restore CA2100
            }
        }
    }

    /// <summary>Holds whoever renders a page next, with what it shows in hand.</summary>
    private sealed class SlowRendering : IAsyncResultFilter
    {
        private readonly TaskCompletionSource _read = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _goOn = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _waits;

        public Task HasRead => _read.Task.WaitAsync(TimeSpan.FromSeconds(20));

        public void Begin() => _waits = 1;

        public void GoOn() => _goOn.SetResult();

        public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
        {
            if (Interlocked.Exchange(ref _waits, 0) == 1)
            {
                _read.SetResult();
                await _goOn.Task.WaitAsync(TimeSpan.FromSeconds(20));
            }

            await next();
        }
    }
}
