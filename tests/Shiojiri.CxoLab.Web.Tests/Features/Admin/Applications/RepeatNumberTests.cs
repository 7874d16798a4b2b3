using System.Net;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Applications;

/// <summary>The number that a repeat was given leads staff to the application it repeats.</summary>
public sealed class RepeatNumberTests
{
    [Fact]
    public async Task It_finds_the_application_in_the_list_and_its_mails_whole_in_part_or_in_groups()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        var (own, repeated) = await RepeatAsync(site);
        await site.Visitor().ApplyAsync(("Email", "hanako@example.jp"), ("Name", "塩尻 花子"));
        var staff = await site.StaffAsync(Role.Viewer);

        foreach (var typed in new[] { repeated, ApplicationNumber.Grouped(repeated), repeated[2..], own })
        {
            var list = await staff.OpenAsync($"/admin/applications?q={typed}");
            Assert.Equal(["塩尻 太郎"], list.Html.QuerySelectorAll(".alist__name a").Select(a => a.FirstChild!.TextContent.Trim()));
        }

        Assert.Equal(2, (await staff.OpenAsync($"/admin/mail?q={repeated}")).Html.QuerySelectorAll("tbody tr").Length);
    }

    [Fact]
    public async Task Its_address_leads_to_the_application_and_says_why()
    {
        using var site = await Site.StartAsync();
        var (own, repeated) = await RepeatAsync(site);
        var staff = await site.StaffAsync(Role.Viewer);

        var page = await staff.OpenAsync($"/admin/applications/{repeated}?status=received");

        Assert.Equal((HttpStatusCode.OK, $"/admin/applications/{own}?status=received"), (page.Status, page.Answer.RequestMessage!.RequestUri!.PathAndQuery));
        Assert.Contains(ApplicationNumber.Grouped(repeated), page.Text(".saved"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_may_not_see_the_application_finds_nothing_there()
    {
        using var site = await Site.StartAsync();
        var (_, repeated) = await RepeatAsync(site);
        var staff = await site.StaffAsync(Role.Viewer, cohortId: await OtherCohort.AddAsync(site));

        Assert.Equal(HttpStatusCode.NotFound, (await staff.OpenAsync($"/admin/applications/{repeated}")).Status);
    }

    [Fact]
    public async Task No_number_is_given_out_twice_and_all_go_with_the_application()
    {
        using var site = await Site.StartAsync();
        var (own, repeated) = await RepeatAsync(site);

        var issued = await site.InDatabaseAsync(db => db.IssuedNumbers.OrderBy(n => n.Id).Select(n => n.Number).ToListAsync());
        var taken = await Record.ExceptionAsync(() => site.InDatabaseAsync(db => db.Database.ExecuteSqlAsync(
            $"INSERT INTO IssuedNumbers (ApplicationId, Number) SELECT Id, {repeated} FROM Applications")));
        await site.InDatabaseAsync(async db =>
        {
            await db.OutgoingMails.ExecuteDeleteAsync();
            db.Remove(await db.Applications.SingleAsync());
            return await db.SaveChangesAsync();
        });

        Assert.Equal([own, repeated], issued);
        Assert.NotNull(taken);
        Assert.Equal((0, 0), await site.InDatabaseAsync(async db => (await db.IssuedNumbers.CountAsync(), await db.RepeatSubmissions.CountAsync())));
    }

    private static async Task<(string Own, string Repeated)> RepeatAsync(Site site)
    {
        var own = await site.Visitor().ApplyAsync();
        var repeat = await site.Visitor().ApplyAsync();
        return (NumberOf(own), NumberOf(repeat));
    }

    private static string NumberOf(Page complete) => complete.Text(".done__ref b").Replace("-", "", StringComparison.Ordinal);
}
