using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Payments;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features;

/// <summary>What a page costs the database does not grow with what it shows.</summary>
public sealed class StatementsTests
{
    [Fact]
    public async Task The_home_page_costs_no_statement()
    {
        var count = new QueryCount();
        using var site = await Site.StartAsync(services: count.Watch);
        await site.Visitor().OpenAsync("/");
        count.StartAgain();

        await site.Visitor().OpenAsync("/?anew");
        await site.Visitor().OpenAsync("/");

        Assert.Equal(0, count.Statements);
    }

    [Theory]
    [InlineData("/css/site.css")]
    [InlineData("/js/desk.js")]
    [InlineData("/img/favicon.svg")]
    public async Task A_file_costs_nothing_whoever_asks_for_it(string file)
    {
        var count = new QueryCount();
        using var site = await Site.StartAsync(services: count.Watch);
        var staff = await site.StaffAsync(Role.Administrator);
        await staff.OpenAsync("/admin");
        count.StartAgain();

        var answer = await staff.OpenAsync(file);

        Assert.Equal((200, 0), ((int)answer.Status, count.Statements));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(30)]
    public async Task An_applicants_page_costs_the_same_however_much_stands_on_it(int rows)
    {
        var count = new QueryCount();
        using var site = await Site.StartAsync(services: count.Watch);
        var staff = await site.StaffAsync(Role.Administrator);
        var numbers = await site.ApplicantsAsync(rows);
        await FillAsync(site, numbers[0], rows);
        await staff.OpenAsync($"/admin/applications/{numbers[0]}");
        count.StartAgain();

        var page = await staff.OpenAsync($"/admin/applications/{numbers[0]}");

        Assert.Equal((200, 12), ((int)page.Status, count.Statements));
    }

    private static Task<int> FillAsync(Site site, string number, int rows) => site.InDatabaseAsync(async db =>
    {
        var application = await db.Applications.Include(a => a.Ledger).SingleAsync(a => a.Number == number);
        var by = new Actor(null, "事務局");
        for (var i = 0; i < rows; i++)
        {
            application.RecordPayment(new MoneyMoved(RandomToken.Draw(), new Yen(1), new(2022, 6, 8), PaymentWay.Cash, null), by, DateTime.UnixEpoch);
            db.Add(new ApplicationNote(RandomToken.Draw(), application.Id, $"メモ{i}", by, DateTime.UnixEpoch));
            var tag = new Tag(application.CohortId, $"タグ{i}");
            db.Add(tag);
            await db.SaveChangesAsync();
            db.Add(new ApplicationTag(application.Id, tag.Id));
        }

        return await db.SaveChangesAsync();
    });
}
