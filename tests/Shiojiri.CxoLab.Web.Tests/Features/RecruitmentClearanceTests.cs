using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features;

/// <summary>Outside Development nobody is asked to apply while something is missing that the law wants told.</summary>
public sealed class RecruitmentClearanceTests
{
    public static TheoryData<string> Needed =>
    [
        "Office:Email", "Office:Phone", "Office:Seller", "Office:Representative", "Office:Address", "Office:PrivacyOfficer", "Office:Retention",
        "Programme:TransferFee", "Programme:Withdrawal", "BankAccount",
    ];

    [Theory]
    [MemberData(nameof(Needed))]
    public async Task Without_one_of_these_recruitment_does_not_open_and_the_site_says_so(string setting)
    {
        using var site = await Site.StartAsync(Without(setting));
        var visitor = site.SecureVisitor();

        var (home, apply) = (await visitor.OpenAsync("/"), await visitor.OpenAsync("/apply"));

        Assert.Equal("第三期メンバー まもなく開始", home.Text(".badge"));
        Assert.Empty(home.Html.QuerySelectorAll("a[href='/apply']"));
        Assert.Equal("第三期メンバーの募集はまもなく始まります", apply.Heading);
        Assert.Contains("いま準備を進めています。募集が始まったら、このサイトでお知らせします。", apply.Words, StringComparison.Ordinal);
        foreach (var path in new[] { "/recruit", "/schedule", "/briefings", "/faq", "/legal", "/program" })
        {
            Assert.Equal((path, HttpStatusCode.OK), (path, (await visitor.OpenAsync(path)).Status));
        }
    }

    [Fact]
    public async Task What_is_missing_is_told_to_staff_from_a_week_before_opening()
    {
        var settings = Ready.Production;
        settings["Office:Seller"] = settings["Office:Retention"] = null;
        using var site = await Site.StartAsync(settings, now: new DateTimeOffset(2022, 6, 10, 23, 59, 59, JapanTime.Offset));
        var cohorts = await site.InDatabaseAsync(db => db.Cohorts.AsNoTracking().ToListAsync());
        cohorts[0].Recruit(new RecruitmentPeriod(new(2022, 6, 18), new(2022, 7, 30)));
        var clearance = site.Services.GetRequiredService<RecruitmentClearance>();

        var early = clearance.HeldSoon(cohorts);
        site.Clock.Advance(TimeSpan.FromSeconds(1));
        var due = clearance.HeldSoon(cohorts);

        Assert.Empty(early);
        Assert.Equal([("第三期", 2)], due.Select(held => (held.Cohort.Name, held.Missing)));
    }

    [Fact]
    public async Task With_all_of_them_people_apply()
    {
        using var site = await Site.StartAsync(Ready.Production);

        Assert.Equal("お申し込みを受け付けました", (await site.SecureVisitor().ApplyAsync()).Heading);
    }

    [Fact]
    public async Task In_development_it_opens_whatever_is_missing()
    {
        using var site = await Site.StartAsync();

        Assert.Equal("第三期メンバー 募集中", (await site.Visitor().OpenAsync("/")).Text(".badge"));
    }

    [Fact]
    public async Task A_form_that_comes_while_something_is_missing_is_refused_with_nothing_lost_and_taken_afterwards()
    {
        using var site = await Site.StartAsync(Ready.Production);
        var visitor = site.SecureVisitor();
        var form = await visitor.OpenAsync("/apply");
        var check = await visitor.PostAsync("/apply/confirm", form.Filled());
        await SetPhoneAsync(site, null);

        var confirmed = await visitor.PostAsync("/apply/confirm", form.Filled(("Motivation", "失われない動機")));
        var sent = await visitor.SendAsync(check);
        await SetPhoneAsync(site, "0263-00-0000");
        var edited = await visitor.PostAsync("/apply/edit", confirmed.Fields("form[action='/apply/edit']"));
        var stored = await visitor.SendAsync(sent);

        Assert.Equal((HttpStatusCode.Conflict, "まだ受け付けていません"), (confirmed.Status, confirmed.Heading));
        Assert.Equal((HttpStatusCode.Conflict, "まだ受け付けていません"), (sent.Status, sent.Heading));
        Assert.Equal("失われない動機", edited.Fields(Journey.ApplyForm)["Motivation"]);
        Assert.Equal("お申し込みを受け付けました", stored.Heading);
        Assert.Equal(1, await site.InDatabaseAsync(db => db.Applications.CountAsync()));
    }

    [Fact]
    public async Task A_fee_of_nothing_needs_no_terms_of_payment()
    {
        var settings = Without("Programme:TransferFee");
        settings.Remove("Programme:Withdrawal");
        using var site = await Site.StartAsync(settings);
        await site.InDatabaseAsync(async db =>
        {
            var cohort = await db.Cohorts.SingleAsync();
            cohort.Change(cohort.Name, cohort.TermStartsOn, cohort.TermEndsOn, new Yen(0));
            return await db.SaveChangesAsync();
        });

        Assert.NotNull((await site.SecureVisitor().OpenAsync("/apply")).Html.QuerySelector(Journey.ApplyForm));
    }

    [Fact]
    public async Task The_desk_says_what_holds_recruitment()
    {
        using var site = await Site.StartAsync(Without("Office:Phone"));
        var staff = await site.StaffAsync(Role.Administrator);
        staff.BaseAddress = new Uri("https://lab.example.jp");
        await site.InDatabaseAsync(db => db.StaffAccounts.ExecuteUpdateAsync(set => set.SetProperty(a => a.TwoFactorEnabled, true)));

        var (cohort, publication) = (await staff.OpenAsync("/admin/cohorts/3"), await staff.OpenAsync("/admin/cohorts/3/publication"));

        Assert.Contains("あと1つ足りません。サイトには出せますが、そろうまで募集は始まりません。", cohort.Words, StringComparison.Ordinal);
        Assert.Contains("足りないものがそろうまで、サイトには「まもなく開始」と出て、申し込みは受け付けません。", publication.Texts(".effects li"));
    }

    private static Dictionary<string, string?> Without(string setting) =>
        Ready.Production.Where(s => !s.Key.StartsWith(setting, StringComparison.Ordinal)).ToDictionary(s => s.Key, s => s.Value);

    private static Task<int> SetPhoneAsync(Site site, string? phone) => site.InDatabaseAsync(async db =>
    {
        var number = await db.SettingRevisions.CountAsync() + 1;
        db.Add(CxoLab.Settings.SettingRevision.Of(
            null, CxoLab.Settings.SettingSection.Contact, number, new CxoLab.Settings.ContactValues("office@example.jp", phone), Actor.CommandLine, DateTime.UnixEpoch));
        return await db.SaveChangesAsync();
    });
}
