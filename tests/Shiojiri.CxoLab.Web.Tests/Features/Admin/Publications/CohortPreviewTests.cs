using System.Net;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Publications;

/// <summary>Staff look at the pages of a cohort before anybody else can.</summary>
public sealed class CohortPreviewTests
{
    private static readonly string[] Pages = ["", "/recruit", "/schedule", "/briefings"];

    [Fact]
    public async Task Staff_see_every_page_as_it_will_be_and_visitors_go_on_seeing_the_old_ones()
    {
        await using var site = await Site.StartAsync();
        await site.FourthAsync();
        var staff = await site.StaffAsync(Role.Administrator);
        var cohort = await staff.OpenAsync("/admin/cohorts/4");

        Assert.Equal(Pages.Select(p => $"/admin/cohorts/4/preview{p}"), cohort.Html.QuerySelectorAll("[aria-labelledby=see] a").Select(a => a.GetAttribute("href")));
        foreach (var path in Pages)
        {
            var before = (await site.Visitor().OpenAsync(path.Length == 0 ? "/" : path)).Body;
            var seen = await staff.OpenAsync($"/admin/cohorts/4/preview{path}");
            var again = (await site.Visitor().OpenAsync(path.Length == 0 ? "/" : path)).Body;

            Assert.Equal((HttpStatusCode.OK, "保存した内容の見え方です。見えているのは職員だけです", "noindex"), (seen.Status, seen.Text(".demo"), seen.Html.QuerySelector("meta[name=robots]")!.GetAttribute("content")));
            Assert.Contains(Fourth.Secrets, word => seen.Body.Contains(word, StringComparison.Ordinal));
            Assert.Equal(before, again);
        }
    }

    [SqliteFact]
    public async Task What_was_previewed_is_not_what_stands_there_while_the_database_is_away()
    {
        var away = new AwayDatabase();
        await using var site = await Site.StartAsync(services: away.Watch);
        await site.FourthAsync();
        await site.Visitor().OpenAsync("/privacy?anew");
        await (await site.StaffAsync(Role.Administrator)).OpenAsync("/admin/cohorts/4/preview/recruit");

        away.Error = 5;
        var page = await site.Visitor().OpenAsync("/privacy?anew");

        Assert.Equal((HttpStatusCode.OK, true, false), (page.Status, page.Body.Contains("第三期", StringComparison.Ordinal), page.Body.Contains("第四期", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(Role.Viewer)]
    [InlineData(Role.Editor)]
    public async Task Only_who_keeps_cohorts_may_look(Role role)
    {
        await using var site = await Site.StartAsync();
        await site.FourthAsync();

        Assert.Equal(HttpStatusCode.Forbidden, (await (await site.StaffAsync(role)).OpenAsync("/admin/cohorts/4/preview/recruit")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await site.StaffAsync(Role.Administrator)).OpenAsync("/admin/cohorts/4/preview/apply")).Status);
    }
}
