using System.Net;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Dashboard;

public sealed class DashboardTests
{
    [Fact]
    public async Task A_stranger_is_asked_to_sign_in()
    {
        using var site = await Site.StartAsync();

        var answer = await site.Visitor(followsRedirects: false).OpenAsync("/admin");

        Assert.Equal((HttpStatusCode.Redirect, "http://localhost/admin/sign-in?from=%2Fadmin"), (answer.Status, answer.Answer.Headers.Location!.ToString()));
    }

    [Fact]
    public async Task A_staff_member_sees_the_menu_of_their_role()
    {
        using var site = await Site.StartAsync();
        var viewer = await site.StaffAsync(Role.Viewer);

        var page = await viewer.OpenAsync("/admin");

        Assert.Equal((HttpStatusCode.OK, "ダッシュボード"), (page.Status, page.Heading));
        Assert.Equal(["ダッシュボード", "申込者", "審査", "メール"], page.Texts(".adm-nav__list a"));
    }
}
