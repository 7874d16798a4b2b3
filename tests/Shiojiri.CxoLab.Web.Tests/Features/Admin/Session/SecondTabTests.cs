using System.Net;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Session;

public sealed class SecondTabTests
{
    [Theory]
    [InlineData("/admin", "/admin")]
    [InlineData("/admin/mail", "/admin/mail")]
    [InlineData("https://evil.example/", "/admin")]
    public async Task Signing_in_again_from_a_second_tab_goes_on_to_the_desk(string from, string to)
    {
        using var site = await Site.StartAsync();
        await site.AccountAsync(Role.Administrator);
        var visitor = site.Visitor();
        var second = (await visitor.OpenAsync("/admin/sign-in")).Fields(SignInSteps.SignInForm);
        await visitor.SignInAsync();
        (second["Email"], second["Password"], second["From"]) = ("hanako@example.jp", SignedInStaff.Password, from);
        var sessions = await site.InDatabaseAsync(db => db.StaffSessions.CountAsync());

        var page = await visitor.PostAsync("/admin/sign-in", second);

        Assert.Equal((HttpStatusCode.OK, to), (page.Status, page.Answer.RequestMessage!.RequestUri!.AbsolutePath));
        Assert.Equal(HttpMethod.Get, page.Answer.RequestMessage.Method);
        Assert.Equal(sessions, await site.InDatabaseAsync(db => db.StaffSessions.CountAsync()));
    }

    [Fact]
    public async Task A_forged_sign_in_of_somebody_who_is_not_in_is_refused_as_ever()
    {
        using var site = await Site.StartAsync();
        await site.AccountAsync(Role.Administrator);
        var visitor = site.Visitor();

        var page = await visitor.PostAsync("/admin/sign-in", new Dictionary<string, string> { ["Email"] = "hanako@example.jp", ["Password"] = SignedInStaff.Password });

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(0, await site.InDatabaseAsync(db => db.StaffSessions.CountAsync()));
    }
}
