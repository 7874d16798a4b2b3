using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Data;

/// <summary>The journeys that matter most, on a real SQL Server, named where there is none. Where there is one, every other test runs on it too.</summary>
public sealed class SqlServerTests
{
    [SqlServerFact]
    public async Task An_application_is_stored_once_however_often_it_is_sent()
    {
        var meeting = new Meeting("Applications");
        using var site = await Site.StartAsync(services: meeting.Watch);
        var visitor = site.Visitor();
        var check = await visitor.CheckAsync();

        var pages = await meeting.OfAsync(8, () => visitor.SendAsync(check));
        var repeat = await visitor.ApplyAsync(("Email", "TARO@example.jp"));

        Assert.All(pages, page => Assert.Equal("お申し込みを受け付けました", page.Heading));
        Assert.Equal("お申し込みを受け付けました", repeat.Heading);
        Assert.Equal((1, 2), await site.InDatabaseAsync(async db => (await db.Applications.CountAsync(), await db.OutgoingMails.CountAsync())));
    }

    [SqlServerFact]
    public async Task Every_page_reads_what_it_shows()
    {
        using var site = await Site.StartAsync();

        foreach (var path in new[] { "/", "/recruit", "/schedule", "/projects", "/projects?year=2020", "/projects/wainari", "/briefings", "/faq", "/legal", "/apply", "/sitemap.xml", "/health/ready" })
        {
            Assert.Equal((path, 200), (path, (int)(await site.Visitor().OpenAsync(path)).Status));
        }
    }

    [SqlServerFact]
    public async Task Of_ten_people_at_once_exactly_as_many_get_in_as_there_are_places()
    {
        var meeting = new Meeting("Applications");
        using var site = await Site.StartAsync(services: meeting.Watch);
        await site.InDatabaseAsync(db => db.Cohorts.ExecuteUpdateAsync(set => set.SetProperty(c => c.Capacity, 3)));
        var visitor = site.Visitor();
        var checks = new List<Page>();
        for (var i = 0; i < 10; i++)
        {
            checks.Add(await visitor.CheckAsync(("Email", $"taro{i}@example.jp")));
        }

        var pages = await meeting.OfAsync([.. checks.Select(check => (Func<Task<Page>>)(() => visitor.SendAsync(check)))]);

        Assert.Equal(3, pages.Count(p => p.Heading == "お申し込みを受け付けました"));
    }
}
