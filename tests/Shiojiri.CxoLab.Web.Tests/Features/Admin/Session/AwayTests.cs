using System.Net;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Session;

/// <summary>Who is signed in stands in the database. While it is away, they too get a page that says so.</summary>
public sealed class AwayTests
{
    private const string Form = "form[action='/admin/staff/invitations']";

    [Theory]
    [InlineData("/admin", 5, 503, "ただいま混み合っています")]
    [InlineData("/cohorts", 5, 503, "ただいま混み合っています")]
    [InlineData("/admin/applications", 1, 500, "サイトの中で問題が起きました")]
    public async Task Somebody_signed_in_reads_a_page_with_its_headers(string path, int error, int status, string heading)
    {
        var away = new AwayDatabase();
        using var site = await Site.StartAsync(services: away.Watch);
        var staff = await site.StaffAsync(Role.Administrator);
        await staff.OpenAsync("/admin");
        away.Error = error;

        var page = await staff.OpenAsync(path);

        Assert.Equal((status, heading), ((int)page.Status, page.Heading));
        Assert.True(page.Answer.Headers.Contains("Content-Security-Policy"));
    }

    [Fact]
    public async Task Somebody_signed_in_still_finds_the_office_as_everybody_does()
    {
        var away = new AwayDatabase();
        using var site = await Site.StartAsync(services: away.Watch);
        var staff = await site.StaffAsync(Role.Administrator);
        await staff.OpenAsync("/contact");
        away.Error = 5;

        var page = await staff.OpenAsync("/contact");

        Assert.Equal((HttpStatusCode.OK, "お問い合わせ"), (page.Status, page.Heading));
    }

    [Theory]
    [InlineData(5, HttpStatusCode.ServiceUnavailable, "ただいま保存できません")]
    [InlineData(13, HttpStatusCode.InternalServerError, "保存できませんでした")]
    public async Task A_form_of_somebody_signed_in_comes_back_and_can_be_sent_again_at_once(int error, HttpStatusCode status, string heading)
    {
        var away = new AwayDatabase();
        using var site = await Site.StartAsync(services: away.Watch);
        var staff = await site.StaffAsync(Role.Administrator);
        var fields = (await staff.OpenAsync("/admin/staff/new")).Fields(Form);
        (fields["Email"], fields["Name"], fields["Role"], fields["Cohort"]) = ("taro@example.jp", "塩尻 太郎", "Viewer", "all");
        away.Error = error;

        var kept = await staff.PostAsync("/admin/staff/invitations", fields);
        away.Error = null;
        var done = await staff.PostAsync("/admin/staff/invitations", kept.Fields(Form));

        Assert.Equal((status, heading), (kept.Status, kept.Heading));
        Assert.True(kept.Answer.Headers.Contains("Content-Security-Policy"));
        Assert.Null(kept.Html.QuerySelector(".adm-head"));
        Assert.Equal((HttpStatusCode.OK, "職員"), (done.Status, done.Heading));
    }
}
