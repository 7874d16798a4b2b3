using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Session;

public sealed class SecondStepTests
{
    private const string Wrong = "コードが違うか、使い終わったものです。新しいコードを入力してください。";

    private static readonly DateTimeOffset Now = new(2026, 4, 1, 10, 0, 0, JapanTime.Offset);

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public async Task A_code_is_good_for_its_step_and_the_ones_beside_it(int step, bool isGood)
    {
        var (site, _) = await SignInSteps.AtAsync(Now);
        using var _1 = site;
        await site.AccountAsync(Role.Viewer, secondFactor: true);
        var visitor = site.Visitor();
        await visitor.SignInAsync();

        var page = await visitor.EnterCodeAsync(SignInSteps.CodeAt(Now, step));

        Assert.Equal(isGood ? "ダッシュボード" : "認証コード", page.Heading);
    }

    [Fact]
    public async Task A_code_works_once()
    {
        var (site, time) = await SignInSteps.AtAsync(Now);
        using var _1 = site;
        await site.AccountAsync(Role.Viewer, secondFactor: true);
        var (first, second) = (site.Visitor(), site.Visitor());
        await first.SignInAsync();
        await second.SignInAsync();

        await first.EnterCodeAsync(SignInSteps.CodeAt(Now));
        var again = await second.EnterCodeAsync(SignInSteps.CodeAt(Now));
        time.Advance(TimeSpan.FromSeconds(30));
        var next = await second.EnterCodeAsync(SignInSteps.CodeAt(Now, 1));

        Assert.Equal((Wrong, "ダッシュボード"), (again.Text(".note--err p"), next.Heading));
    }

    [Fact]
    public async Task Of_two_who_send_one_code_at_once_one_gets_in()
    {
        var meeting = new Meeting("StaffAccounts");
        using var site = await Site.StartAsync(services: meeting.Watch, time: new FakeTimeProvider(Now));
        await site.AccountAsync(Role.Viewer, secondFactor: true);
        var visitors = Enumerable.Range(0, 6).Select(_ => site.Visitor()).ToList();
        foreach (var visitor in visitors)
        {
            await visitor.SignInAsync();
        }

        var pages = await meeting.OfAsync([.. visitors.Take(4).Select(v => (Func<Task<Page>>)(() => v.EnterCodeAsync(SignInSteps.CodeAt(Now))))]);

        Assert.Equal(1, pages.Count(p => p.Heading == "ダッシュボード"));
    }

    [Fact]
    public async Task Guessing_codes_is_stopped_at_five_even_with_the_password_in_between()
    {
        var (site, time) = await SignInSteps.AtAsync(Now);
        using var _1 = site;
        await site.AccountAsync(Role.Viewer, secondFactor: true);
        var visitor = site.Visitor();
        for (var i = 0; i < 5; i++)
        {
            await visitor.SignInAsync();
            await visitor.EnterCodeAsync("000000");
        }

        var code = await visitor.EnterCodeAsync(SignInSteps.CodeAt(Now));
        var password = await visitor.SignInAsync();
        time.Advance(TimeSpan.FromMinutes(16));
        await visitor.SignInAsync();
        var later = await visitor.EnterCodeAsync(SignInSteps.CodeAt(time.GetUtcNow()));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, "ダッシュボード"), (code.Status, password.Status, later.Heading));
    }

    [Fact]
    public async Task The_way_between_the_steps_is_open_for_five_minutes_and_ends_with_a_new_password()
    {
        var (site, time) = await SignInSteps.AtAsync(Now);
        using var _1 = site;
        await site.AccountAsync(Role.Viewer, secondFactor: true);
        var (slow, outdated) = (site.Visitor(), site.Visitor());
        await slow.SignInAsync();
        time.Advance(TimeSpan.FromMinutes(5));
        await outdated.SignInAsync();
        await site.InDatabaseAsync(async db =>
        {
            SecondFactors.Renew(await db.StaffAccounts.SingleAsync());
            return await db.SaveChangesAsync();
        });

        var late = await slow.OpenAsync("/admin/sign-in/second-factor");
        var changed = await outdated.OpenAsync("/admin/sign-in/second-factor");

        Assert.Equal(("管理画面へのサインイン", "管理画面へのサインイン"), (late.Heading, changed.Heading));
    }

    [Fact]
    public async Task A_recovery_code_works_once()
    {
        var (site, _) = await SignInSteps.AtAsync(Now);
        using var _1 = site;
        var account = await site.AccountAsync(Role.Viewer, secondFactor: true);
        var (codes, kept) = RecoveryCodes.Draw();
        await site.InDatabaseAsync(db =>
        {
            db.Add(new IdentityUserToken<int> { UserId = account.Id, LoginProvider = "CxoLab", Name = "RecoveryCodes", Value = kept });
            return db.SaveChangesAsync();
        });
        var (first, second) = (site.Visitor(), site.Visitor());
        await first.SignInAsync();
        await second.SignInAsync();

        var desk = await first.FillAsync("/admin/sign-in/recovery", "/admin/sign-in/recovery", ("Code", codes[3].ToLowerInvariant()));
        var again = await second.FillAsync("/admin/sign-in/recovery", "/admin/sign-in/recovery", ("Code", codes[3]));
        var other = await second.FillAsync("/admin/sign-in/recovery", "/admin/sign-in/recovery", ("Code", codes[4]));

        Assert.Equal(("ダッシュボード", "回復コード", "ダッシュボード"), (desk.Heading, again.Heading, other.Heading));
        Assert.DoesNotContain(codes[0].Replace("-", "", StringComparison.Ordinal), kept, StringComparison.Ordinal);
    }
}
