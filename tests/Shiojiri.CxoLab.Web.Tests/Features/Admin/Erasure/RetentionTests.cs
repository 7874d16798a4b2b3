using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Inquiries;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Jobs;
using Shiojiri.CxoLab.Web.Tests.Features.Inquiries;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Erasure;

/// <summary>People are erased by themselves when their months are over: told of before, kept back on request, never against the rule.</summary>
public sealed class RetentionTests
{
    /// <summary>The term of the third cohort ends on 31 January 2023: six months later, and twelve.</summary>
    private static readonly DateTimeOffset OthersTold = At(2023, 7, 2), OthersDue = At(2023, 8, 1), MembersTold = At(2024, 1, 2), MembersDue = At(2024, 2, 1);

    [Fact]
    public async Task Each_goes_when_its_months_are_over_and_no_sooner()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        var declined = await site.ApplicantAsync(moves: ApplicationStatus.Declined);
        var member = await PaidMemberAsync(site);

        var said = new List<string>();
        foreach (var night in new[] { OthersTold.AddDays(-1), OthersTold, OthersDue.AddDays(-1), OthersDue, MembersTold, MembersDue.AddDays(-1), MembersDue })
        {
            site.Clock.SetUtcNow(night);
            said.Add(WithoutSwept(await NightAsync(site)));
        }

        Assert.Equal(
            [
                "0 erased, 0 not, 0 newly told of", "0 erased, 0 not, 1 newly told of", "0 erased, 0 not, 0 newly told of", "1 erased, 0 not, 0 newly told of",
                "0 erased, 0 not, 1 newly told of", "0 erased, 0 not, 0 newly told of", "1 erased, 0 not, 0 newly told of",
            ],
            said);
        Assert.All([declined, member], number => Assert.True(site.ApplicationAsync(number).Result.IsErased));
        Assert.Contains("の個人情報を保管の期間が過ぎたため削除", (await (await site.StaffAsync(Role.Administrator)).OpenAsync($"/admin/audit?subject={declined}")).Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Years_late_the_desk_is_still_told_thirty_days_before()
    {
        using var site = await Site.StartAsync();
        await site.ApplicantsAsync(2, ApplicationStatus.Declined);
        site.Clock.SetUtcNow(At(2026, 5, 1));

        var first = await NightAsync(site);
        site.Clock.Advance(TimeSpan.FromDays(29));
        var before = await NightAsync(site);
        site.Clock.Advance(TimeSpan.FromDays(1));
        var then = await NightAsync(site);

        Assert.Equal(
            ("0 erased, 0 not, 2 newly told of", "0 erased, 0 not, 0 newly told of", "2 erased, 0 not, 0 newly told of"), (WithoutSwept(first), WithoutSwept(before), WithoutSwept(then)));
    }

    [Fact]
    public async Task Staff_see_who_is_near_hold_one_back_with_a_reason_and_let_go_again()
    {
        using var site = await Site.StartAsync();
        var (held, other) = (await site.ApplicantAsync("保留 花子", moves: ApplicationStatus.Declined), await site.ApplicantAsync("見送り 次郎", moves: ApplicationStatus.Declined));
        site.Clock.SetUtcNow(OthersTold);
        await NightAsync(site);
        var admin = await site.StaffAsync(Role.Administrator, "管理 花子");
        var url = $"/admin/applications/{held}/erasure";

        var (todo, list) = ((await admin.OpenAsync("/admin")).Text(".todos a[href='/admin/retention'] .todos__n"), await admin.OpenAsync("/admin/retention"));
        var empty = await admin.FillAsync(url, $"{url}/keeping", ("reason", " "));
        var kept = await admin.FillAsync(url, $"{url}/keeping", ("reason", "返金の問い合わせが続いているため"));
        var after = await admin.OpenAsync("/admin/retention");
        site.Clock.SetUtcNow(OthersDue);
        await NightAsync(site);

        Assert.Equal(("2件", 2), (todo, list.Html.QuerySelectorAll(".rt tbody tr").Length));
        Assert.Equal(["2023年8月1日(火)に削除", "2023年8月1日(火)に削除"], list.Texts("td[data-l='これから']"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "保留する理由を入力してください"), (empty.Status, empty.Text(".errsum a")));
        Assert.Equal("自動で削除しないことにしました（保留）", kept.Text(".saved"));
        Assert.Equal(["2023年8月1日(火)に削除", "保留中返金の問い合わせが続いているため（管理 花子）"], after.Texts("td[data-l='これから']"));
        Assert.Equal((false, true), ((await site.ApplicationAsync(held)).IsErased, (await site.ApplicationAsync(other)).IsErased));

        await admin.FillAsync(url, $"{url}/release");
        await NightAsync(site);
        site.Clock.Advance(TimeSpan.FromDays(29));
        await NightAsync(site);
        Assert.False((await site.ApplicationAsync(held)).IsErased);
        site.Clock.Advance(TimeSpan.FromDays(1));
        await NightAsync(site);
        Assert.True((await site.ApplicationAsync(held)).IsErased);
        Assert.Equal(
            [AuditAction.ErasureHeld, AuditAction.ErasureReleased, AuditAction.DetailsErased, AuditAction.PersonErased],
            await site.InDatabaseAsync(db => db.AuditEntries.Where(e => e.Subject == held).OrderBy(e => e.Sequence).Select(e => e.Action).ToListAsync()));
    }

    [Fact]
    public async Task What_the_rule_refuses_stays_and_the_desk_says_why()
    {
        using var site = await Site.StartAsync();
        var waiting = await site.ApplicantAsync("未払 三郎", moves: ApplicationStatus.Accepted);
        site.Clock.SetUtcNow(MembersTold);
        await NightAsync(site);
        site.Clock.SetUtcNow(MembersDue.AddDays(40));

        await NightAsync(site);
        var page = await (await site.StaffAsync(Role.Administrator)).OpenAsync("/admin/retention");

        Assert.False((await site.ApplicationAsync(waiting)).IsErased);
        Assert.Contains("参加費のお支払いを待っています", page.Text(".rt tbody"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_that_waits_for_its_answer_is_not_erased_by_the_clock()
    {
        using var site = await Site.StartAsync();
        var asking = await site.ApplicantAsync("質問 三郎", "asks@example.jp", moves: ApplicationStatus.Declined);
        await InquiryFormTests.AskAsync(site.Visitor(), ("Email", "ASKS@example.jp"), ("Text", "返金はいつですか"));
        site.Clock.SetUtcNow(OthersTold);
        await NightAsync(site);
        site.Clock.SetUtcNow(OthersDue);

        var open = await NightAsync(site);
        var admin = await site.StaffAsync(Role.Administrator);
        var (list, page) = (await admin.OpenAsync("/admin/retention"), await admin.OpenAsync($"/admin/applications/{asking}/erasure"));
        await site.InDatabaseAsync(db => db.Inquiries.ExecuteUpdateAsync(set => set.SetProperty(i => i.Status, InquiryStatus.Closed)));
        var closed = await NightAsync(site);

        Assert.Equal(("0 erased, 0 not, 0 newly told of", "1 erased, 0 not, 0 newly told of"), (WithoutSwept(open), WithoutSwept(closed)));
        Assert.Equal(["自動では削除しません未対応のお問い合わせがあります。先に返事をしてください。"], list.Texts("td[data-l='これから']"));
        Assert.Contains("未対応のお問い合わせがあるあいだは、自動では削除しません。", page.Text("section[aria-labelledby='keep-h']"), StringComparison.Ordinal);
        Assert.NotNull(page.Html.QuerySelector("form[action$='/erasure']"));
    }

    [Fact]
    public async Task The_dashboard_the_page_and_the_job_say_the_same_number()
    {
        using var site = await Site.StartAsync();
        await site.ApplicantsAsync(2, ApplicationStatus.Declined);
        var kept = await site.ApplicantAsync("保留 花子", moves: ApplicationStatus.Declined);
        await site.ApplicantAsync("質問 三郎", "asks@example.jp", moves: ApplicationStatus.Declined);
        await InquiryFormTests.AskAsync(site.Visitor(), ("Email", "ASKS@example.jp"), ("Text", "返金はいつですか"));
        site.Clock.SetUtcNow(OthersTold);
        await NightAsync(site);
        var admin = await site.StaffAsync(Role.Administrator);
        await admin.FillAsync($"/admin/applications/{kept}/erasure", $"/admin/applications/{kept}/erasure/keeping", ("reason", "返金の問い合わせ中"));

        var (dashboard, page) = (await admin.OpenAsync("/admin"), await admin.OpenAsync("/admin/retention"));
        site.Clock.SetUtcNow(OthersDue);
        var night = await NightAsync(site);

        Assert.Equal("2件", dashboard.Text(".todos a[href='/admin/retention'] .todos__n"));
        Assert.Equal("30日以内に期間が終わる申し込み 4件（うち自動で削除する予定 2件）", page.Text("#near-h"));
        Assert.Equal("2 erased, 0 not, 0 newly told of", WithoutSwept(night));
    }

    [Fact]
    public async Task Who_never_paid_goes_with_the_others_and_leaves_no_debt_behind()
    {
        using var site = await Site.StartAsync();
        var number = await site.ApplicantAsync();
        var member = await site.ApplicantAsync("未払 三郎", "owes@example.jp", moves: ApplicationStatus.Accepted);
        site.Clock.SetUtcNow(MembersTold);
        await NightAsync(site);
        var admin = await site.StaffAsync(Role.Administrator);
        var (todo, page) = ((await admin.OpenAsync("/admin")).Text(".todos a[href='/admin/retention'] .todos__n"), await admin.OpenAsync($"/admin/applications/{member}/erasure"));
        site.Clock.SetUtcNow(MembersDue.AddDays(1));
        await NightAsync(site);

        Assert.Equal("1件", todo);
        Assert.Contains("手続きが残っているあいだは、自動では削除しません。", page.Text("section[aria-labelledby='keep-h']"), StringComparison.Ordinal);
        Assert.Equal((true, false), ((await site.ApplicationAsync(number)).IsErased, (await site.ApplicationAsync(member)).IsErased));
        Assert.DoesNotContain("削除済み", (await admin.OpenAsync("/admin/payments/overdue")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Switched_off_nobody_goes_and_a_longer_time_takes_back_what_was_told()
    {
        using var site = await Site.StartAsync(new() { ["Office:NotAcceptedMonths"] = "0", ["Office:MemberMonths"] = "0" });
        var number = await site.ApplicantAsync(moves: ApplicationStatus.Declined);
        site.Clock.SetUtcNow(At(2026, 5, 1));
        var admin = await site.StaffAsync(Role.Administrator);

        var off = await NightAsync(site);
        Assert.Contains("個人情報を自動では削除しません。", (await admin.OpenAsync("/admin/retention")).Text(".adm-top p"), StringComparison.Ordinal);
        await SetAsync(admin, "1", "12");
        var on = await NightAsync(site);
        await SetAsync(admin, "120", "12");
        await NightAsync(site);

        Assert.Equal(("0 erased, 0 not, 0 newly told of, 0 swept", "0 erased, 0 not, 1 newly told of, 0 swept"), (off, on));
        Assert.Null((await site.ApplicationAsync(number)).ErasureNoticedOn);
    }

    [Fact]
    public async Task Switched_off_takes_back_what_was_told_and_switched_on_again_tells_of_it_anew()
    {
        using var site = await Site.StartAsync(new() { ["Office:NotAcceptedMonths"] = "1", ["Office:MemberMonths"] = "12" });
        var number = await site.ApplicantAsync(moves: ApplicationStatus.Declined);
        site.Clock.SetUtcNow(At(2026, 5, 1));
        await NightAsync(site);
        var told = (await site.ApplicationAsync(number)).ErasureNoticedOn;
        await SetAsync(await site.StaffAsync(Role.Administrator), "0", "0");

        await NightAsync(site);
        var off = (await site.ApplicationAsync(number)).ErasureNoticedOn;
        site.Clock.Advance(TimeSpan.FromDays(60));
        await SetAsync(await site.StaffAsync(Role.Administrator), "1", "12");
        var on = await NightAsync(site);

        Assert.NotNull(told);
        Assert.Null(off);
        Assert.Equal("0 erased, 0 not, 1 newly told of", WithoutSwept(on));
    }

    [Fact]
    public async Task Killed_between_two_people_the_next_night_goes_on()
    {
        using var site = await Site.StartAsync();
        await site.ApplicantsAsync(5, ApplicationStatus.Declined);
        site.Clock.SetUtcNow(At(2026, 5, 1));
        await NightAsync(site);
        site.Clock.Advance(TimeSpan.FromDays(31));
        using var killed = new CancellationTokenSource();
        await using var scope = site.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CxoLabDb>().SavedChanges += (_, _) => killed.Cancel();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Job(scope).RunAsync(killed.Token));
        var between = await site.InDatabaseAsync(db => db.Applications.CountAsync(a => a.ErasedUtc != null));
        await NightAsync(site);

        Assert.Equal((1, 5), (between, await site.InDatabaseAsync(db => db.Applications.CountAsync(a => a.ErasedUtc != null))));
        Assert.Equal(0, (await Commands.VerifyAuditTests.VerifyAsync(site)).Code);
    }

    [Fact]
    public async Task Visitors_read_the_months_that_are_set_and_staff_that_their_sentence_says_otherwise()
    {
        using var site = await Site.StartAsync(new() { ["Office:Retention"] = "期の終わりから3年間保管します。", ["Office:NotAcceptedMonths"] = "3", ["Office:MemberMonths"] = "24" });
        var admin = await site.StaffAsync(Role.Administrator);

        var (page, settings, list) = (await site.Visitor().OpenAsync("/privacy"), await admin.OpenAsync("/admin/settings"), await admin.OpenAsync("/admin/retention"));

        Assert.Contains("期の終わりから、参加された方は24か月、参加にいたらなかった方は3か月がたつと、このサイトから消します。", page.Words, StringComparison.Ordinal);
        Assert.Contains("「申し込みの保管」の文に「3年」とあります。", settings.Text("#privacy"), StringComparison.Ordinal);
        Assert.Contains("「3年」とあります。", list.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task The_list_asks_the_database_as_often_for_three_people_as_for_one(int people)
    {
        var count = new QueryCount();
        using var site = await Site.StartAsync(services: count.Watch);
        await site.ApplicantsAsync(people, ApplicationStatus.Declined);
        site.Clock.SetUtcNow(At(2026, 5, 1));
        var admin = await site.StaffAsync(Role.Administrator);
        await admin.OpenAsync("/admin/retention");
        count.StartAgain();

        var page = await admin.OpenAsync("/admin/retention");

        Assert.Equal(people, page.Html.QuerySelectorAll(".rt tbody tr").Length);
        Assert.Equal(7, count.Statements);
    }

    internal static async Task<string> NightAsync(Site site)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await Job(scope).RunAsync(CancellationToken.None);
    }

    private static IJob Job(AsyncServiceScope scope) => scope.ServiceProvider.GetServices<IJob>().Single(job => job.Name == "retention");

    // What was erased a moment ago is looked at once more, and nothing is found.
    private static string WithoutSwept(string said)
    {
        Assert.EndsWith(", 0 swept", said, StringComparison.Ordinal);
        return said[..^", 0 swept".Length];
    }

    private static DateTimeOffset At(int year, int month, int day) => new(year, month, day, 4, 10, 0, JapanTime.Offset);

    private static async Task<string> PaidMemberAsync(Site site)
    {
        var number = await site.ApplicantAsync();
        await (await site.StaffAsync(Role.Treasurer)).FillAsync($"/admin/applications/{number}/payments", $"/admin/applications/{number}/payments", ("Amount", "20000"));
        Assert.Equal(ApplicationStatus.Accepted, (await site.ApplicationAsync(number)).Status);
        return number;
    }

    private static Task<Page> SetAsync(HttpClient admin, string others, string members) => admin.FillAsync(
        "/admin/settings/privacy", "/admin/settings/privacy", ("Values[NotAcceptedMonths]", others), ("Values[MemberMonths]", members));
}
