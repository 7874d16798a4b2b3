using System.Net;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Decisions;

/// <summary>Prepared, looked through with the very mails, carried out together.</summary>
public sealed class DecisionsTests
{
    public static TheoryData<ApplicationStatus, ApplicationStatus[]> Paths => new()
    {
        { ApplicationStatus.Accepted, [] },
        { ApplicationStatus.Withdrawn, [] },
        { ApplicationStatus.Accepted, [ApplicationStatus.UnderReview] },
        { ApplicationStatus.Waitlisted, [ApplicationStatus.UnderReview] },
        { ApplicationStatus.Declined, [ApplicationStatus.UnderReview] },
        { ApplicationStatus.Withdrawn, [ApplicationStatus.UnderReview] },
        { ApplicationStatus.Waitlisted, [ApplicationStatus.UnderReview, ApplicationStatus.Accepted] },
        { ApplicationStatus.Declined, [ApplicationStatus.UnderReview, ApplicationStatus.Accepted] },
        { ApplicationStatus.Withdrawn, [ApplicationStatus.UnderReview, ApplicationStatus.Accepted] },
        { ApplicationStatus.Accepted, [ApplicationStatus.UnderReview, ApplicationStatus.Waitlisted] },
        { ApplicationStatus.Declined, [ApplicationStatus.UnderReview, ApplicationStatus.Waitlisted] },
        { ApplicationStatus.Withdrawn, [ApplicationStatus.UnderReview, ApplicationStatus.Waitlisted] },
        { ApplicationStatus.Accepted, [ApplicationStatus.UnderReview, ApplicationStatus.Declined] },
        { ApplicationStatus.Waitlisted, [ApplicationStatus.UnderReview, ApplicationStatus.Declined] },
    };

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task A_prepared_decision_changes_status_mail_and_audit_only_when_it_is_carried_out(ApplicationStatus to, ApplicationStatus[] before)
    {
        using var site = await Site.StartAsync();
        var reviewer = await site.StaffAsync(Role.Reviewer);
        var number = await site.ApplicantAsync("採択 花子", "hanako@example.jp", before);

        var check = await reviewer.CheckAsync(await reviewer.PrepareAsync(to, number), number);
        var waiting = await site.ApplicationAsync(number);
        var done = await reviewer.CarryOutAsync(check);

        Assert.Equal((before.LastOrDefault(ApplicationStatus.Received), 0), (waiting.Status, waiting.StatusChanges.Count - before.Length));
        Assert.Equal(("決定した1件", to.Label()), (done.Heading, done.Text(".decided td .chip")));
        Assert.Equal((to, before.Length + 1), ((await site.ApplicationAsync(number)).Status, (await site.ApplicationAsync(number)).StatusChanges.Count));
        var mails = await site.InDatabaseAsync(db => db.OutgoingMails.Where(m => m.Recipient == "hanako@example.jp").ToListAsync());
        Assert.Equal(MailKinds.Announcing(to) is { } kind ? [kind] : [], mails.Select(m => m.Kind));
        Assert.Equal(1, await AuditedAsync(site, AuditAction.StatusChanged, number));
        Assert.Equal(0, await site.InDatabaseAsync(db => db.PreparedDecisions.CountAsync()));
    }

    [Fact]
    public async Task A_preparation_can_be_undone()
    {
        using var site = await Site.StartAsync();
        var reviewer = await site.StaffAsync(Role.Reviewer);
        var number = await site.ApplicantAsync(moves: ApplicationStatus.UnderReview);
        var batch = await reviewer.PrepareAsync(ApplicationStatus.Accepted, number);

        var undone = await reviewer.PostAsync($"/admin/decisions/{number}/undoing", batch.Fields(DecisionSteps.BatchForm));

        Assert.Equal(("準備をやめました", "準備した決定はありません"), (undone.Text(".saved"), undone.Text(".empty h2")));
        Assert.Equal(1, await AuditedAsync(site, AuditAction.PreparationUndone, number));
        Assert.Equal(ApplicationStatus.UnderReview, (await site.ApplicationAsync(number)).Status);
    }

    [Fact]
    public async Task Ones_own_are_ticked_and_those_of_others_stand_under_their_name_unticked_and_cannot_be_dropped()
    {
        using var site = await Site.StartAsync();
        var (one, other) = (await site.StaffAsync(Role.Reviewer, "審査 一"), await site.StaffAsync(Role.Administrator, "管理 二"));
        var numbers = await site.ApplicantsAsync(3, ApplicationStatus.UnderReview);
        await one.PrepareAsync(ApplicationStatus.Accepted, numbers[0], numbers[1]);

        var batch = await other.PrepareAsync(ApplicationStatus.Declined, numbers[2]);
        var fields = batch.Fields(DecisionSteps.BatchForm);
        fields[$"Versions[{numbers[0]}]"] = (await site.InDatabaseAsync(db => db.PreparedDecisions.OrderBy(d => d.Id).Select(d => d.Version).FirstAsync())).ToString();
        var dropped = await other.PostAsync($"/admin/decisions/{numbers[0]}/undoing", fields);

        Assert.Equal(["自分の準備1件・すべて選んであります", "審査 一さんの準備2件・選んでいません"], batch.Texts(".pick-group h2"));
        Assert.Equal([numbers[2]], Ticked(batch));
        Assert.Equal(["準備をやめる（申込 3号）"], batch.Texts(".pick .lbtn"));
        Assert.Equal(["参加確定 0名", "見送り 1名"], batch.Html.QuerySelectorAll(".figs > div").Select(d => $"{d.QuerySelector("dt")!.TextContent} {d.QuerySelector("dd")!.TextContent}"));
        Assert.Equal((HttpStatusCode.Conflict, 3), (dropped.Status, await site.InDatabaseAsync(db => db.PreparedDecisions.CountAsync())));
    }

    [Fact]
    public async Task A_preparation_that_cannot_be_carried_out_any_more_may_be_dropped_by_anybody()
    {
        using var site = await Site.StartAsync();
        var (one, other) = (await site.StaffAsync(Role.Reviewer, "審査 一"), await site.StaffAsync(Role.Administrator, "管理 二"));
        var number = await site.ApplicantAsync(moves: ApplicationStatus.UnderReview);
        await one.PrepareAsync(ApplicationStatus.Declined, number);
        await site.InDatabaseAsync(async db =>
        {
            (await db.Applications.SingleAsync()).MoveTo(ApplicationStatus.Withdrawn, Actor.CommandLine, DateTime.UnixEpoch);
            return await db.SaveChangesAsync();
        });

        var dropped = await other.PostAsync($"/admin/decisions/{number}/undoing", (await other.OpenAsync("/admin/decisions")).Fields(DecisionSteps.BatchForm));

        Assert.Equal("準備をやめました", dropped.Text(".saved"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task The_batch_costs_the_same_number_of_questions_whatever_its_length(int applicants)
    {
        var questions = new QueryCount();
        using var site = await Site.StartAsync(services: questions.Watch);
        var reviewer = await site.StaffAsync(Role.Reviewer);
        await reviewer.PrepareAsync(ApplicationStatus.Accepted, await site.ApplicantsAsync(applicants, ApplicationStatus.UnderReview));

        questions.StartAgain();
        var batch = await reviewer.OpenAsync("/admin/decisions");

        Assert.Equal(applicants, batch.Texts(".pick > li").Length);
        Assert.Equal(8, questions.Statements);
    }

    [Fact]
    public async Task Undoing_what_is_no_longer_prepared_so_says_so()
    {
        using var site = await Site.StartAsync();
        var reviewer = await site.StaffAsync(Role.Reviewer);
        var number = await site.ApplicantAsync(moves: ApplicationStatus.UnderReview);
        var batch = await reviewer.PrepareAsync(ApplicationStatus.Accepted, number);
        await reviewer.PrepareAsync(ApplicationStatus.Declined, number);

        var stale = await reviewer.PostAsync($"/admin/decisions/{number}/undoing", batch.Fields(DecisionSteps.BatchForm));

        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Equal(ApplicationStatus.Declined, (await site.InDatabaseAsync(db => db.PreparedDecisions.SingleAsync())).To);
    }

    [Theory]
    [InlineData("?q=山田")]
    [InlineData("?a\r\nX: y")]
    [InlineData("//evil.example")]
    public async Task Whatever_comes_back_as_the_list_leads_to_the_list(string back)
    {
        using var site = await Site.StartAsync();
        var reviewer = await site.StaffAsync(Role.Reviewer, followsRedirects: false);
        var fields = (await reviewer.OpenAsync("/admin/decisions")).Fields("form[action='/admin/sign-out']");
        fields["back"] = back;

        var answer = await reviewer.PostAsync("/admin/decisions", fields);

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.StartsWith("/admin/applications", answer.Answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Those_whom_the_table_does_not_allow_are_named_and_left_alone()
    {
        using var site = await Site.StartAsync();
        var reviewer = await site.StaffAsync(Role.Reviewer);
        var ready = await site.ApplicantAsync(moves: ApplicationStatus.UnderReview);
        var accepted = await site.ApplicantAsync("見本 三郎", "saburo@example.jp", ApplicationStatus.Accepted);

        var batch = await reviewer.PrepareAsync(ApplicationStatus.Accepted, ready, accepted);

        Assert.Equal(
            $"1件を「参加確定」にする準備をしました。1件は、いまの状態からは「参加確定」にできません（{ApplicationNumber.Grouped(accepted)}）", batch.Text(".saved"));
        Assert.Equal(1, await site.InDatabaseAsync(db => db.PreparedDecisions.CountAsync()));
    }

    [Fact]
    public async Task Two_people_preparing_the_same_at_once_leave_one_preparation()
    {
        var meeting = new Meeting("PreparedDecisions");
        using var site = await Site.StartAsync(services: meeting.Watch);
        var (one, other) = (await site.StaffAsync(Role.Reviewer, "審査 一"), await site.StaffAsync(Role.Administrator, "管理 二"));
        var numbers = await site.ApplicantsAsync(20, ApplicationStatus.UnderReview);

        await meeting.OfAsync(() => one.PrepareAsync(ApplicationStatus.Accepted, numbers), () => other.PrepareAsync(ApplicationStatus.Waitlisted, numbers));

        Assert.Equal(20, await site.InDatabaseAsync(db => db.PreparedDecisions.CountAsync()));
    }

    [Fact]
    public async Task Preparing_from_a_stale_page_is_refused()
    {
        using var site = await Site.StartAsync();
        var reviewer = await site.StaffAsync(Role.Reviewer);
        var number = await site.ApplicantAsync(moves: ApplicationStatus.UnderReview);
        var fields = (await reviewer.OpenAsync($"/admin/applications/{number}")).Fields($"form[action^='/admin/applications/{number}/decision']");
        await site.InDatabaseAsync(async db =>
        {
            (await db.Applications.SingleAsync()).MoveTo(ApplicationStatus.Accepted, Actor.CommandLine, DateTime.UnixEpoch);
            return await db.SaveChangesAsync();
        });

        var answer = await reviewer.PostAsync($"/admin/applications/{number}/decision", fields);

        Assert.Equal((HttpStatusCode.Conflict, "ほかの変更がありました"), (answer.Status, answer.Heading));
        Assert.Equal(0, await site.InDatabaseAsync(db => db.PreparedDecisions.CountAsync()));
    }

    [Fact]
    public async Task Withdrawing_frees_the_place_of_a_full_cohort_and_the_address()
    {
        using var site = await Site.StartAsync();
        await site.InDatabaseAsync(db => db.Cohorts.ExecuteUpdateAsync(set => set.SetProperty(c => c.Capacity, 1)));
        var reviewer = await site.StaffAsync(Role.Reviewer);
        var number = await site.ApplicantAsync(email: "taro@example.jp");

        await reviewer.DecideAsync(ApplicationStatus.Withdrawn, number);

        Assert.Equal(0, await site.InDatabaseAsync(db => db.Cohorts.Select(c => c.PlacesTaken).SingleAsync()));
        Assert.Equal("お申し込みを受け付けました", (await site.Visitor().ApplyAsync()).Heading);
    }

    [Fact]
    public async Task Applications_of_another_cohort_are_not_there()
    {
        using var site = await Site.StartAsync();
        var number = await site.ApplicantAsync(moves: ApplicationStatus.UnderReview);
        var other = await OtherCohort.AddAsync(site);
        var stranger = await site.StaffAsync(Role.Reviewer, "別の期の人", other);

        await stranger.PrepareAsync(ApplicationStatus.Accepted, number);
        var batch = await stranger.OpenAsync("/admin/decisions");
        var undone = await stranger.PostAsync($"/admin/decisions/{number}/undoing", batch.Fields("form[action='/admin/sign-out']"));

        Assert.Equal(0, await site.InDatabaseAsync(db => db.PreparedDecisions.CountAsync()));
        Assert.Equal(("準備した決定はありません", HttpStatusCode.NotFound), (batch.Text(".empty h2"), undone.Status));
    }

    private static string[] Ticked(Page batch) => [.. batch.Html.QuerySelectorAll("input[name='Numbers'][checked]").Select(box => box.GetAttribute("value")!)];

    private static Task<int> AuditedAsync(Site site, AuditAction action, string number) =>
        site.InDatabaseAsync(db => db.AuditEntries.CountAsync(e => e.Action == action && e.Subject == number));
}
