using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
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
    public async Task Without_its_tables_a_page_says_that_it_is_unavailable_and_the_health_check_says_so_too()
    {
        using var site = await Site.StartAsync();
        await site.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE Cohorts RENAME TO Lost"));

        var page = await site.Visitor().OpenAsync("/recruit");
        var ready = await site.Visitor().OpenAsync("/health/ready");
        var live = await site.Visitor().OpenAsync("/health/live");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "ただいま混み合っています"), (page.Status, page.Heading));
        Assert.DoesNotContain("Sqlite", page.Body, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (ready.Status, live.Status));
    }

    [SqliteFact]
    public async Task While_the_database_is_away_the_office_can_be_reached_and_a_form_waits_behind_one_button()
    {
        using var site = await Site.StartAsync();
        var visitor = site.Visitor();
        var check = await visitor.CheckAsync(("Skills", "木工"));
        var form = await visitor.OpenAsync("/apply");
        await site.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE Cohorts RENAME TO Lost"));

        var contact = await visitor.OpenAsync("/contact");
        var sent = await visitor.SendAsync(check);
        var confirmed = await visitor.PostAsync("/apply/confirm", form.Filled(("Skills", "漆")));
        await site.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE Lost RENAME TO Cohorts"));
        var back = await visitor.PostAsync("/apply/edit", confirmed.Fields("form"));
        var complete = await visitor.PostAsync("/apply", sent.Fields("form"));

        Assert.Equal((HttpStatusCode.OK, "第三期 メンバー 募集中 あと50日"), (contact.Status, contact.Texts(".site-foot .stack p")[^1]));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "ただいま送信できません"), (sent.Status, sent.Heading));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "ただいま送信できません"), (confirmed.Status, confirmed.Heading));
        Assert.Equal("漆", back.Fields(Journey.ApplyForm)["Skills"]);
        Assert.Equal("お申し込みを受け付けました", complete.Heading);
    }
}
