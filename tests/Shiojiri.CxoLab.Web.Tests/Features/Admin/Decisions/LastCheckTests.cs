using System.Net;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Decisions;

/// <summary>The last check page: what was shown there is carried out, or nothing.</summary>
public sealed class LastCheckTests
{
    [Fact]
    public async Task The_mail_that_leaves_is_the_one_that_was_shown()
    {
        using var site = await Site.StartAsync();
        var reviewer = await site.StaffAsync(Role.Reviewer);
        var number = await site.ApplicantAsync("見本 次郎", "jiro@example.jp", ApplicationStatus.UnderReview);

        var check = await reviewer.CheckAsync(await reviewer.PrepareAsync(ApplicationStatus.Accepted, number), number);
        await reviewer.CarryOutAsync(check);

        var mail = await site.InDatabaseAsync(db => db.OutgoingMails.SingleAsync(m => m.Kind == MailKind.Acceptance));
        Assert.Equal((mail.Subject, "宛先 jiro@example.jp"), (check.Text(".letter__s"), check.Text(".letter__to")));
        Assert.Equal(string.Join(' ', mail.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), check.Text(".letter__text"));
    }

    [Fact]
    public async Task Two_hundred_are_prepared_and_carried_out_together_and_sending_twice_does_it_once()
    {
        using var site = await Site.StartAsync();
        var reviewer = await site.StaffAsync(Role.Reviewer);
        var numbers = await site.ApplicantsAsync(200, ApplicationStatus.UnderReview);
        var check = await reviewer.CheckAsync(await reviewer.PrepareAsync(ApplicationStatus.Accepted, numbers), numbers);

        var done = await reviewer.CarryOutAsync(check);
        var again = await reviewer.CarryOutAsync(check);

        Assert.Equal(("この200件を決定して知らせますか", "参加確定200、メール200通。まだ何も送っていません。"), (check.Heading, check.Text(".adm-top p")));
        Assert.Equal((200, "決定した200件", "決定した200件"), (check.Texts(".letter__text").Length, done.Heading, again.Heading));
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
        var check = await reviewer.CheckAsync(await reviewer.PrepareAsync(ApplicationStatus.Declined, numbers), numbers);
        await site.InDatabaseAsync(async db =>
        {
            (await db.Applications.SingleAsync(a => a.Number == numbers[1])).MoveTo(ApplicationStatus.Withdrawn, Actor.CommandLine, DateTime.UnixEpoch);
            return await db.SaveChangesAsync();
        });

        var answer = await reviewer.CarryOutAsync(check);

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Equal([$"申込 2号 {ApplicationNumber.Grouped(numbers[1])} いまは「辞退」のため、「見送り」にはできません"], answer.Texts(".stale li"));
        Assert.Equal(2, await site.InDatabaseAsync(db => db.Applications.CountAsync(a => a.Status == ApplicationStatus.UnderReview)));
        Assert.Equal(0, await site.InDatabaseAsync(db => db.OutgoingMails.CountAsync(m => m.Kind == MailKind.Decline)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Check_and_result_cost_the_same_number_of_questions_whatever_their_length(int applicants)
    {
        var questions = new QueryCount();
        using var site = await Site.StartAsync(services: questions.Watch);
        var reviewer = await site.StaffAsync(Role.Reviewer);
        var numbers = await site.ApplicantsAsync(applicants, ApplicationStatus.UnderReview);
        var batch = await reviewer.PrepareAsync(ApplicationStatus.Accepted, numbers);

        questions.StartAgain();
        var check = await reviewer.CheckAsync(batch, numbers);
        var checking = questions.Statements;
        var done = await reviewer.CarryOutAsync(check);
        questions.StartAgain();
        await reviewer.OpenAsync(done.Answer.RequestMessage!.RequestUri!.PathAndQuery);

        Assert.Equal((applicants, applicants), (check.Texts(".mails > li").Length, done.Texts(".decided tbody tr").Length));
        Assert.Equal((7, 5), (checking, questions.Statements));
    }

    [Fact]
    public async Task A_corrected_address_makes_the_shown_batch_stale()
    {
        using var site = await Site.StartAsync();
        var reviewer = await site.StaffAsync(Role.Reviewer);
        var number = await site.ApplicantAsync(moves: ApplicationStatus.UnderReview);
        var check = await reviewer.CheckAsync(await reviewer.PrepareAsync(ApplicationStatus.Accepted, number), number);
        await site.InDatabaseAsync(async db =>
        {
            var application = await db.Applications.SingleAsync();
            application.Correct(application.Contact with { Email = "new@example.jp" });
            return await db.SaveChangesAsync();
        });

        var answer = await reviewer.CarryOutAsync(check);

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Equal([$"塩尻 太郎 {ApplicationNumber.Grouped(number)} 申し込みの内容か状態が変わりました"], answer.Texts(".stale li"));
        Assert.Equal("宛先 new@example.jp", answer.Text(".letter__to"));
        Assert.Equal("決定した1件", (await reviewer.CarryOutAsync(answer)).Heading);
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

        var batch = await reviewer.PrepareAsync(ApplicationStatus.Declined, numbers);
        var together = await reviewer.CheckAsync(batch, numbers);
        await reviewer.CarryOutAsync(together);

        Assert.Single(batch.Texts(".pick .error"), words => words == "前の決定のメールをいま送っているところです。送り終わるまで数分お待ちください。");
        Assert.Equal(["参加費のお支払いは必要なくなります。", "いまの「参加確定」から変えます。", "まだ送られていない「参加確定のお知らせ」のメールを止めます。"], together.Texts(".mails__n"));
        Assert.Equal([$"申込 2号 {ApplicationNumber.Grouped(numbers[1])} 前の決定のメールを送っているところです。送り終わるまで数分お待ちください"], together.Texts(".stale li"));
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
        var check = await reviewer.CheckAsync(await reviewer.PrepareAsync(ApplicationStatus.Declined, number), number);
        await site.InDatabaseAsync(db => db.OutgoingMails.ExecuteUpdateAsync(set => set.SetProperty(m => m.State, MailState.Sent)));

        var answer = await reviewer.CarryOutAsync(check);

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Equal(ApplicationStatus.Accepted, (await site.ApplicationAsync(number)).Status);
    }

    [Fact]
    public async Task Without_what_the_check_page_showed_nothing_is_decided()
    {
        using var site = await Site.StartAsync();
        var (one, other) = (await site.StaffAsync(Role.Reviewer, "審査 一"), await site.StaffAsync(Role.Administrator, "管理 二"));
        var number = await site.ApplicantAsync(moves: ApplicationStatus.UnderReview);
        var batch = await one.PrepareAsync(ApplicationStatus.Accepted, number);
        var fields = (await one.CheckAsync(batch, number)).Fields(DecisionSteps.CheckForm);

        var bare = await one.PostAsync("/admin/decisions/application", batch.Fields(DecisionSteps.BatchForm));
        var forged = await one.PostAsync("/admin/decisions/application", [.. fields.Where(f => f.Key != "Shown"), new("Shown", fields["Shown"][..^4] + "AAAA")]);
        var foreign = (await other.OpenAsync("/admin/decisions")).Fields(DecisionSteps.BatchForm);
        foreign["Shown"] = fields["Shown"];
        var borrowed = await other.PostAsync("/admin/decisions/application", foreign);

        Assert.All([bare, forged, borrowed], page => Assert.Equal("まだ何も決まっていません。名前とメールを確かめる画面から、もう一度お進みください", page.Text(".saved")));
        Assert.Equal(ApplicationStatus.UnderReview, (await site.ApplicationAsync(number)).Status);
    }

    [Fact]
    public async Task A_preparation_that_a_colleague_changed_is_shown_anew_with_its_maker()
    {
        using var site = await Site.StartAsync();
        var (one, other) = (await site.StaffAsync(Role.Reviewer, "審査 一"), await site.StaffAsync(Role.Administrator, "管理 二"));
        var numbers = await site.ApplicantsAsync(2, ApplicationStatus.UnderReview);
        var check = await one.CheckAsync(await one.PrepareAsync(ApplicationStatus.Accepted, numbers), numbers);
        await other.PrepareAsync(ApplicationStatus.Declined, numbers[1]);

        var answer = await one.CarryOutAsync(check);

        Assert.Equal((HttpStatusCode.Conflict, "参加確定1・見送り1、メール2通。まだ何も送っていません。"), (answer.Status, answer.Text(".adm-top p")));
        Assert.Equal([$"申込 2号 {ApplicationNumber.Grouped(numbers[1])} 準備が変わりました。いまは管理 二さんの「見送り」です"], answer.Texts(".stale li"));
        Assert.Contains("管理 二さんが準備した決定も含みます", answer.Texts(".sure li"));
        Assert.Equal(2, await site.InDatabaseAsync(db => db.Applications.CountAsync(a => a.Status == ApplicationStatus.UnderReview)));
    }

    [Fact]
    public async Task All_mails_are_folded_out_by_a_button_that_needs_no_script()
    {
        using var site = await Site.StartAsync();
        var reviewer = await site.StaffAsync(Role.Reviewer);
        var numbers = await site.ApplicantsAsync(2, ApplicationStatus.UnderReview);
        var check = await reviewer.CheckAsync(await reviewer.PrepareAsync(ApplicationStatus.Accepted, numbers), numbers);

        var open = await reviewer.PostAsync(
            check.Html.QuerySelector("[data-fold-all]")!.GetAttribute("formaction")!,
            [.. check.Fields(DecisionSteps.CheckForm).Where(f => f.Key != "Numbers"), .. numbers.Select(n => KeyValuePair.Create("Numbers", n))]);

        Assert.Equal((0, 2), (check.Html.QuerySelectorAll("details[open]").Length, open.Html.QuerySelectorAll("details[open]").Length));
        Assert.Equal("決定した2件", (await reviewer.CarryOutAsync(open)).Heading);
    }

    [Fact]
    public async Task Two_who_decide_the_same_at_one_moment_decide_it_once()
    {
        var meeting = new Meeting("PreparedDecisions");
        using var site = await Site.StartAsync(services: services => { meeting.Watch(services); Outbox.StandsStill(services); });
        var (one, other) = (await site.StaffAsync(Role.Reviewer, "審査 一"), await site.StaffAsync(Role.Administrator, "管理 二"));
        var numbers = await site.ApplicantsAsync(3, ApplicationStatus.UnderReview);
        await one.PrepareAsync(ApplicationStatus.Accepted, numbers);
        var checks = new[]
        {
            (Staff: one, Page: await one.CheckAsync(await one.OpenAsync("/admin/decisions"), numbers)),
            (Staff: other, Page: await other.CheckAsync(await other.OpenAsync("/admin/decisions"), numbers)),
        };

        var answers = await meeting.OfAsync([.. checks.Select(c => (Func<Task<Page>>)(() => c.Staff.CarryOutAsync(c.Page)))]);

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], answers.Select(a => a.Status).Order());
        Assert.Equal(3, (await site.MailsAsync(MailKind.Acceptance)).Count);
        Assert.Equal(3, await site.InDatabaseAsync(db => db.AuditEntries.CountAsync(e => e.Action == AuditAction.StatusChanged)));
    }
}
