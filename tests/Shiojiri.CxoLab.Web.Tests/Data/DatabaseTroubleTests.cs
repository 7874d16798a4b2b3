using System.Data.Common;
using System.Net;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Data;

/// <summary>The database is locked or gone: pages say so in Japanese, nothing typed is lost, and it passes without a restart.</summary>
public sealed class DatabaseTroubleTests
{
    [SqliteFact]
    public async Task While_the_database_is_locked_pages_are_read_and_a_sent_form_comes_back_whole()
    {
        using var site = await Site.StartAsync(services: SqlitePragmas.Impatient);
        var visitor = site.Visitor();
        var check = await visitor.CheckAsync();
        Page refused;
        Page home;
        await using (var locker = new SqliteConnection($"Data Source={site.DatabaseFile}"))
        {
            await locker.OpenAsync();
            await using var transaction = locker.BeginTransaction();
            var sending = visitor.SendAsync(check);
            home = await visitor.OpenAsync("/");
            refused = await sending;
        }

        var sent = await visitor.SendAsync(refused);

        Assert.Equal(HttpStatusCode.OK, home.Status);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "入力内容の確認"), (refused.Status, refused.Heading));
        Assert.StartsWith("送信できませんでした。", refused.Text(".note[role='alert']"), StringComparison.Ordinal);
        Assert.Equal("お申し込みを受け付けました", sent.Heading);
        Assert.Equal(1, await site.InDatabaseAsync(db => db.Applications.CountAsync()));
    }

    [SqliteFact]
    public async Task Without_its_tables_a_page_says_that_the_fault_is_ours_and_the_health_check_says_which()
    {
        // A site of its own: it remembers for some seconds that its database was ill.
        using var site = await Site.StartAsync(services: services => Outbox.StandsStill(services));
        await site.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE Cohorts RENAME TO Lost"));

        var page = await site.Visitor().OpenAsync("/cohorts");
        var ready = await site.Visitor().OpenAsync("/health/ready");
        var live = await site.Visitor().OpenAsync("/health/live");

        Assert.Equal((HttpStatusCode.InternalServerError, "サイトの中で問題が起きました"), (page.Status, page.Heading));
        Assert.Equal("mailto:cxolab@example.jp", page.Html.QuerySelector("main a[href^='mailto:']")?.GetAttribute("href"));
        Assert.DoesNotContain("Sqlite", page.Body, StringComparison.Ordinal);
        Assert.NotEmpty(page.Text(".num"));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (ready.Status, live.Status));
        Assert.Equal("Unhealthy: The database can't be read or written: Defect (SQLite 1).", Part(ready, "database"));
    }

    [SqliteTheory]
    [InlineData("CREATE TRIGGER refuse BEFORE INSERT ON Applications BEGIN SELECT RAISE(ABORT, 'not today'); END", "DROP TRIGGER refuse", 1811)]
    [InlineData("ALTER TABLE OutgoingMails RENAME TO Lost", "ALTER TABLE Lost RENAME TO OutgoingMails", 1)]
    [InlineData("ALTER TABLE Applications ADD COLUMN Extra TEXT NOT NULL DEFAULT NULL", "ALTER TABLE Applications DROP COLUMN Extra", 1299)]
    public async Task A_fault_that_does_not_pass_is_called_ours_and_loses_nothing(string broken, string mended, int number)
    {
        // A site of its own: it remembers what went wrong before.
        using var site = await Site.StartAsync(services: services => Outbox.StandsStill(services));
        var visitor = site.Visitor();
        var check = await visitor.CheckAsync(("Skills", "木工"));
        await site.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync(broken));

        var refused = await visitor.SendAsync(check);
        var ready = await visitor.OpenAsync("/health/ready");
        await site.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync(mended));
        var sent = await visitor.SendAsync(refused);

        Assert.Equal((HttpStatusCode.InternalServerError, "入力内容の確認"), (refused.Status, refused.Heading));
        Assert.Matches("^送信できませんでした。こちらの不具合です。申し訳ありません。入力内容は残っています。.* cxolab@example.jp へ、番号 \\S+ をお知らせください。", refused.Text(".note[role='alert']"));
        // A table that is gone is missed by the look at the outbox as well.
        Assert.Equal(HttpStatusCode.OK, ready.Status);
        Assert.Matches($@"^Degraded: Faults that a person must mend, within 10 minutes: [12] × Defect \(SQLite {number}\)\.$", Part(ready, "database"));
        Assert.Equal("お申し込みを受け付けました", sent.Heading);
        Assert.Equal("木工", await site.InDatabaseAsync(db => db.Applications.Select(a => a.Skills).SingleAsync()));
    }

    [SqliteFact]
    public async Task A_full_disk_is_told_honestly_and_takes_the_site_out_of_service_until_there_is_room()
    {
        var limit = new PageLimit();
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 4, 1, 10, 0, 0, JapanTime.Offset));
        using var site = await Site.StartAsync(services: services =>
        {
            Outbox.StandsStill(services);
            services.AddSingleton<TimeProvider>(time);
            services.ConfigureDbContext<SqliteCxoLabDb>(options => options.AddInterceptors(limit));
        });
        var visitor = site.Visitor();
        var check = await visitor.CheckAsync();
        var ready = new List<HttpStatusCode> { (await visitor.OpenAsync("/health/ready")).Status };
        limit.IsFull = true;
        await FillUpAsync(site);

        var refused = await visitor.SendAsync(check);
        time.Advance(DatabasePulse.Lasts);
        var full = await visitor.OpenAsync("/health/ready");
        limit.IsFull = false;
        time.Advance(DatabaseFaultLog.Remembered + DatabasePulse.Lasts);
        var room = await visitor.OpenAsync("/health/ready");
        var sent = await visitor.SendAsync(refused);

        Assert.Equal([HttpStatusCode.OK], ready);
        Assert.Equal((HttpStatusCode.InternalServerError, "入力内容の確認"), (refused.Status, refused.Heading));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unhealthy: The database can't be read or written: OutOfSpace (SQLite 13)."), (full.Status, Part(full, "database")));
        Assert.Equal((HttpStatusCode.OK, "Healthy"), (room.Status, Part(room, "database")));
        Assert.Equal("お申し込みを受け付けました", sent.Heading);
    }

    [Fact]
    public async Task However_many_probes_come_the_database_is_written_once_in_a_while()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 4, 1, 10, 0, 0, JapanTime.Offset));
        var count = new QueryCount();
        using var site = await Site.StartAsync(services: services =>
        {
            count.Watch(services);
            services.AddSingleton<TimeProvider>(time);
        });
        await site.Visitor().OpenAsync("/health/ready");
        time.Advance(DatabasePulse.Lasts);
        count.StartAgain();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => site.Visitor().OpenAsync("/health/ready")));
        var (statements, rows) = (count.Statements, await site.InDatabaseAsync(db => db.Heartbeats.CountAsync()));

        Assert.Equal((3, 1), (statements, rows));
    }

    [SqliteFact]
    public async Task While_the_database_is_away_the_office_can_be_reached_and_a_form_waits_behind_one_button()
    {
        using var site = await Site.StartAsync();
        var visitor = site.Visitor();
        var check = await visitor.CheckAsync(("Skills", "木工"));
        var form = await visitor.OpenAsync("/apply");
        await site.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE Applications RENAME TO Lost"));

        var contact = await visitor.OpenAsync("/contact");
        var sent = await visitor.SendAsync(check);
        var confirmed = await visitor.PostAsync("/apply/confirm", form.Filled(("Skills", "漆")));
        await site.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE Lost RENAME TO Applications"));
        var back = await visitor.PostAsync("/apply/edit", confirmed.Fields("form"));
        var complete = await visitor.PostAsync("/apply", sent.Fields("form"));

        Assert.Equal((HttpStatusCode.OK, "第三期 メンバー 募集中 あと50日"), (contact.Status, contact.Texts(".site-foot .stack p")[^1]));
        Assert.Equal((HttpStatusCode.InternalServerError, "送信できませんでした"), (sent.Status, sent.Heading));
        Assert.Equal((HttpStatusCode.InternalServerError, "送信できませんでした"), (confirmed.Status, confirmed.Heading));
        Assert.Equal("漆", back.Fields(Journey.ApplyForm)["Skills"]);
        Assert.Equal("お申し込みを受け付けました", complete.Heading);
    }

    private static string Part(Page ready, string name)
    {
        var part = JsonDocument.Parse(ready.Body).RootElement.GetProperty("parts").GetProperty(name);
        return part.GetProperty("status").GetString() + (part.TryGetProperty("says", out var says) ? $": {says.GetString()}" : "");
    }

    // Takes every page that is still free, so that the next row needs one that is not there.
    private static Task<int> FillUpAsync(Site site) => site.InDatabaseAsync(async db =>
    {
        for (var size = 64 * 1024; size >= 16; size /= 2)
        {
            try
            {
                while (true)
                {
                    db.Add(new Heartbeat { AtUtc = DateTime.UnixEpoch, Ballast = new byte[size] });
                    await db.SaveChangesAsync();
                }
            }
            catch (DbUpdateException)
            {
                // Smaller ones may still fit.
            }
        }

        return 0;
    });

    /// <summary>A disk without room: every connection may use the pages that are there and none beyond.</summary>
    private sealed class PageLimit : DbCommandInterceptor
    {
        public bool IsFull { get; set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            using var limit = command.Connection!.CreateCommand();
            limit.Transaction = command.Transaction;
            limit.CommandText = IsFull ? "PRAGMA max_page_count = 1" : "PRAGMA max_page_count = 1073741823";
            limit.ExecuteScalar();
            return ValueTask.FromResult(result);
        }
    }
}
