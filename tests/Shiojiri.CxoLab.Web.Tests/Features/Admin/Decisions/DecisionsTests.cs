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
    private const string BatchForm = "form[action='/admin/decisions/application']";

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

        var batch = await PrepareAsync(reviewer, to, number);
        var waiting = await site.ApplicationAsync(number);
        var done = await reviewer.PostAsync("/admin/decisions/application", batch.Fields(BatchForm));

        Assert.Equal((before.LastOrDefault(ApplicationStatus.Received), 0), (waiting.Status, waiting.StatusChanges.Count - before.Length));
        Assert.Equal("1件の状態を変えました。お知らせのメールは順に送られます", done.Text(".saved"));
        Assert.Equal((to, before.Length + 1), ((await site.ApplicationAsync(number)).Status, (await site.ApplicationAsync(number)).StatusChanges.Count));
        var mails = await site.InDatabaseAsync(db => db.OutgoingMails.Where(m => m.Recipient == "hanako@example.jp").ToListAsync());
        Assert.Equal(MailKinds.Announcing(to) is { } kind ? [kind] : [], mails.Select(m => m.Kind));
        Assert.Equal(1, await AuditedAsync(site, AuditAction.StatusChanged, number));
        Assert.Equal(0, await site.InDatabaseAsync(db => db.PreparedDecisions.CountAsync()));
    }

    [Fact]
    public async Task The_mail_that_leaves_is_the_one_that_was_shown()
    {
        using var site = await Site.StartAsync();
        var reviewer = await site.StaffAsync(Role.Reviewer);
        var number = await site.ApplicantAsync("見本 次郎", "jiro@example.jp", ApplicationStatus.UnderReview);

        var batch = await PrepareAsync(reviewer, ApplicationStatus.Accepted, number);
        await reviewer.PostAsync("/admin/decisions/application", batch.Fields(BatchForm));

        var mail = await site.InDatabaseAsync(db => db.OutgoingMails.SingleAsync(m => m.Kind == MailKind.Acceptance));
        Assert.Equal((mail.Subject, "宛先 jiro@example.jp"), (batch.Text(".mailpaper__subject"), batch.Text(".mailpaper__to")));
        Assert.Equal(string.Join(' ', mail.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), batch.Text(".mailpaper__text"));
    }

    [Fact]
    public async Task Two_hundred_are_prepared_and_carried_out_together_and_sending_twice_does_it_once()
    {
        using var site = await Site.StartAsync();
        var reviewer = await site.StaffAsync(Role.Reviewer);
        var numbers = await site.ApplicantsAsync(200, ApplicationStatus.UnderReview);
        var fields = Posted(await PrepareAsync(reviewer, ApplicationStatus.Accepted, numbers), numbers);

        var done = await reviewer.PostAsync("/admin/decisions/application", fields);
        var again = await reviewer.PostAsync("/admin/decisions/application", fields);

        Assert.Equal("200件の状態を変えました。お知らせのメールは順に送られます", done.Text(".saved"));
        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Equal(200, await site.InDatabaseAsync(db => db.Applications.CountAsync(a => a.Status == ApplicationStatus.Accepted)));
        Assert.Equal(200, await site.InDatabaseAsync(db => db.OutgoingMails.CountAsync(m => m.Kind == MailKind.Acceptance)));
        Assert.Equal(200, await site.InDatabaseAsync(db => db.AuditEntries.CountAsync(e => e.Action == AuditAction.StatusChanged)));
    }

    [Fact]
    public async Task Nothing_is_decided_when_one_of_the_batch_has_changed_meanwhile()
    {
        using var site = await Site.StartAsync();
        var reviewer = await site.StaffAsync(Role.Reviewer);
        var numbers = await site.ApplicantsAsync(3, ApplicationStatus.UnderReview);
        var fields = Posted(await PrepareAsync(reviewer, ApplicationStatus.Declined, numbers), numbers);
        await site.InDatabaseAsync(async db =>
        {
            (await db.Applications.SingleAsync(a => a.Number == numbers[1])).MoveTo(ApplicationStatus.Withdrawn, Actor.CommandLine, DateTime.UnixEpoch);
            return await db.SaveChangesAsync();
        });

        var answer = await reviewer.PostAsync("/admin/decisions/application", fields);

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Equal([$"{ApplicationNumber.Grouped(numbers[1])} いまは「辞退」のため、「見送り」にはできません"], answer.Texts(".stale li"));
        Assert.Equal(2, await site.InDatabaseAsync(db => db.Applications.CountAsync(a => a.Status == ApplicationStatus.UnderReview)));
        Assert.Equal(0, await site.InDatabaseAsync(db => db.OutgoingMails.CountAsync(m => m.Kind == MailKind.Decline)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task The_batch_costs_the_same_number_of_questions_whatever_its_length(int applicants)
    {
        var questions = new QueryCount();
        using var site = await Site.StartAsync(services: questions.Watch);
        var reviewer = await site.StaffAsync(Role.Reviewer);
        await PrepareAsync(reviewer, ApplicationStatus.Accepted, await site.ApplicantsAsync(applicants, ApplicationStatus.UnderReview));

        questions.StartAgain();
        var batch = await reviewer.OpenAsync("/admin/decisions");

        Assert.Equal(applicants, batch.Texts(".batch__item").Length);
        Assert.Equal(10, questions.Statements);
    }

    [Fact]
    public async Task A_corrected_address_makes_the_shown_batch_stale()
    {
        using var site = await Site.StartAsync();
        var reviewer = await site.StaffAsync(Role.Reviewer);
        var number = await site.ApplicantAsync(moves: ApplicationStatus.UnderReview);
        var batch = await PrepareAsync(reviewer, ApplicationStatus.Accepted, number);
        await site.InDatabaseAsync(async db =>
        {
            var application = await db.Applications.SingleAsync();
            application.Correct(application.Contact with { Email = "new@example.jp" });
            return await db.SaveChangesAsync();
        });

        var answer = await reviewer.PostAsync("/admin/decisions/application", batch.Fields(BatchForm));

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Equal("宛先 new@example.jp", answer.Text(".mailpaper__to"));
    }

    [Fact]
    public async Task A_preparation_can_be_undone()
    {
        using var site = await Site.StartAsync();
        var reviewer = await site.StaffAsync(Role.Reviewer);
        var number = await site.ApplicantAsync(moves: ApplicationStatus.UnderReview);
        var batch = await PrepareAsync(reviewer, ApplicationStatus.Accepted, number);

        var undone = await reviewer.PostAsync($"/admin/decisions/{number}/undoing", batch.Fields(BatchForm));

        Assert.Equal(("準備を取り消しました", "準備した決定はありません"), (undone.Text(".saved"), undone.Text(".empty h2")));
        Assert.Equal(1, await AuditedAsync(site, AuditAction.PreparationUndone, number));
        Assert.Equal(ApplicationStatus.UnderReview, (await site.ApplicationAsync(number)).Status);
    }

    [Fact]
    public async Task A_later_decision_stops_a_contrary_mail_that_is_still_waiting_but_none_that_is_on_its_way()
    {
        using var site = await Site.StartAsync();
        var reviewer = await site.StaffAsync(Role.Reviewer);
        var numbers = await site.ApplicantsAsync(2, ApplicationStatus.UnderReview, ApplicationStatus.Accepted);
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        await site.InDatabaseAsync(async db =>
        {
            foreach (var number in numbers)
            {
                var application = await db.Applications.SingleAsync(a => a.Number == number);
                var mail = new OutgoingMail(MailKind.Acceptance, $"decision:{number}", "x@example.jp", "採択", new MailBody("採択", "採択"), application.Id).QueuedAt(now.AddDays(1));
                db.Add(mail);
            }

            await db.SaveChangesAsync();
            return await db.OutgoingMails.Where(m => m.Occasion == $"decision:{numbers[1]}")
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.Lease, Guid.NewGuid()).SetProperty(m => m.LeasedUntilUtc, now.AddMinutes(3)));
        });

        var batch = await PrepareAsync(reviewer, ApplicationStatus.Declined, numbers);
        var together = await reviewer.PostAsync("/admin/decisions/application", Posted(batch, numbers));
        await reviewer.PostAsync("/admin/decisions/application", Posted(batch, [numbers[0]]));

        Assert.Single(batch.Texts(".batch__item p"), words => words == "まだ送られていない「参加確定のお知らせ」のメールを取り消します。");
        Assert.Single(batch.Texts(".batch__item .error"), words => words == "前の決定のメールをいま送っているところです。送り終わるまで数分お待ちください。");
        Assert.Equal(HttpStatusCode.Conflict, together.Status);
        var states = await site.InDatabaseAsync(db => db.OutgoingMails.Where(m => m.Kind == MailKind.Acceptance).OrderBy(m => m.Id).Select(m => m.State).ToListAsync());
        Assert.Equal([MailState.Cancelled, MailState.Queued], states);
        Assert.Equal([ApplicationStatus.Declined, ApplicationStatus.Accepted], await site.InDatabaseAsync(db => db.Applications.OrderBy(a => a.Id).Select(a => a.Status).ToListAsync()));
    }

    [Fact]
    public async Task A_contrary_mail_that_has_left_meanwhile_makes_the_shown_batch_stale()
    {
        using var site = await Site.StartAsync();
        var reviewer = await site.StaffAsync(Role.Reviewer);
        var number = await site.ApplicantAsync(moves: [ApplicationStatus.UnderReview, ApplicationStatus.Accepted]);
        await site.InDatabaseAsync(async db =>
        {
            var id = await db.Applications.Select(a => a.Id).SingleAsync();
            db.Add(new OutgoingMail(MailKind.Acceptance, "decision:1", "x@example.jp", "採択", new MailBody("採択", "採択"), id).QueuedAt(TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(1)));
            return await db.SaveChangesAsync();
        });
        var batch = await PrepareAsync(reviewer, ApplicationStatus.Declined, number);
        await site.InDatabaseAsync(db => db.OutgoingMails.ExecuteUpdateAsync(set => set.SetProperty(m => m.State, MailState.Sent)));

        var answer = await reviewer.PostAsync("/admin/decisions/application", batch.Fields(BatchForm));

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Equal(ApplicationStatus.Accepted, (await site.ApplicationAsync(number)).Status);
    }

    [Fact]
    public async Task Undoing_what_is_no_longer_prepared_so_says_so()
    {
        using var site = await Site.StartAsync();
        var reviewer = await site.StaffAsync(Role.Reviewer);
        var number = await site.ApplicantAsync(moves: ApplicationStatus.UnderReview);
        var batch = await PrepareAsync(reviewer, ApplicationStatus.Accepted, number);
        await PrepareAsync(reviewer, ApplicationStatus.Declined, number);

        var stale = await reviewer.PostAsync($"/admin/decisions/{number}/undoing", batch.Fields(BatchForm));

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
    public async Task A_later_decision_stops_an_announcement_that_was_sent_once_more_and_still_waits()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        var reviewer = await site.StaffAsync(Role.Reviewer);
        var number = await site.ApplicantAsync(moves: ApplicationStatus.UnderReview);
        await reviewer.PostAsync("/admin/decisions/application", (await PrepareAsync(reviewer, ApplicationStatus.Accepted, number)).Fields(BatchForm));
        await site.DeliverAllAsync();
        var sent = Assert.Single(await site.MailsAsync(MailKind.Acceptance));
        await reviewer.PostAsync($"/admin/mail/{sent.Key}/resend", (await reviewer.OpenAsync($"/admin/mail/{sent.Key}")).Fields("#resend"));

        await reviewer.PostAsync("/admin/decisions/application", (await PrepareAsync(reviewer, ApplicationStatus.Declined, number)).Fields(BatchForm));

        Assert.Equal(
            [(MailKind.Acceptance, MailState.Sent), (MailKind.Acceptance, MailState.Cancelled), (MailKind.Decline, MailState.Queued)],
            (await site.MailsAsync()).Select(m => (m.Kind, m.State)));
    }

    [Fact]
    public async Task Those_whom_the_table_does_not_allow_are_named_and_left_alone()
    {
        using var site = await Site.StartAsync();
        var reviewer = await site.StaffAsync(Role.Reviewer);
        var ready = await site.ApplicantAsync(moves: ApplicationStatus.UnderReview);
        var accepted = await site.ApplicantAsync("見本 三郎", "saburo@example.jp", ApplicationStatus.Accepted);

        var batch = await PrepareAsync(reviewer, ApplicationStatus.Accepted, ready, accepted);

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

        await meeting.OfAsync(() => PrepareAsync(one, ApplicationStatus.Accepted, numbers), () => PrepareAsync(other, ApplicationStatus.Waitlisted, numbers));

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

        await reviewer.PostAsync("/admin/decisions/application", (await PrepareAsync(reviewer, ApplicationStatus.Withdrawn, number)).Fields(BatchForm));

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

        await PrepareAsync(stranger, ApplicationStatus.Accepted, number);
        var batch = await stranger.OpenAsync("/admin/decisions");
        var undone = await stranger.PostAsync($"/admin/decisions/{number}/undoing", batch.Fields("form[action='/admin/sign-out']"));

        Assert.Equal(0, await site.InDatabaseAsync(db => db.PreparedDecisions.CountAsync()));
        Assert.Equal(("準備した決定はありません", HttpStatusCode.NotFound), (batch.Text(".empty h2"), undone.Status));
    }

    private static async Task<Page> PrepareAsync(HttpClient staff, ApplicationStatus to, params string[] numbers)
    {
        var fields = (await staff.OpenAsync("/admin/decisions")).Fields("form[action='/admin/sign-out']").ToList();
        fields.Add(KeyValuePair.Create("To", to.ToString()));
        fields.AddRange(numbers.Select(n => KeyValuePair.Create("Numbers", n)));
        return await staff.PostAsync("/admin/decisions", fields);
    }

    private static List<KeyValuePair<string, string>> Posted(Page batch, string[] numbers) =>
        [.. batch.Fields(BatchForm).Where(f => f.Key != "Numbers"), .. numbers.Select(n => KeyValuePair.Create("Numbers", n))];

    private static Task<int> AuditedAsync(Site site, AuditAction action, string number) =>
        site.InDatabaseAsync(db => db.AuditEntries.CountAsync(e => e.Action == action && e.Subject == number));
}
