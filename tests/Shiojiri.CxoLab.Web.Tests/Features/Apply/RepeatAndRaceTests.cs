using System.Net;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Payments;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Apply;

/// <summary>One application per person and cohort, one mail per occasion, whatever is sent how often at once.</summary>
public sealed class RepeatAndRaceTests
{
    [Fact]
    public async Task The_same_form_sent_again_leads_to_the_same_completion_page()
    {
        using var site = await Site.StartAsync();
        var visitor = site.Visitor();
        var check = await visitor.CheckAsync();

        var first = await visitor.SendAsync(check);
        var again = await visitor.SendAsync(check);

        Assert.Equal(first.Answer.RequestMessage!.RequestUri, again.Answer.RequestMessage!.RequestUri);
        Assert.Equal((1, 1), await CountsAsync(site));
    }

    [Fact]
    public async Task The_same_form_sent_eight_times_at_once_makes_one_application_and_one_mail()
    {
        var meeting = new Meeting("Applications") { Containing = "ActiveEmail" };
        using var site = await Site.StartAsync(services: meeting.Watch);
        var visitor = site.Visitor();
        var check = await visitor.CheckAsync();

        var pages = await meeting.OfAsync(8, () => visitor.SendAsync(check));

        Assert.Single(pages.Select(p => p.Text(".done__ref b")).Distinct());
        Assert.All(pages, page => Assert.Equal("お申し込みを受け付けました", page.Heading));
        Assert.Equal((1, 1), await CountsAsync(site));
    }

    [Fact]
    public async Task Eight_forms_with_one_address_at_once_make_one_application_and_tell_its_owner_once()
    {
        var meeting = new Meeting("Applications") { Containing = "ActiveEmail" };
        using var site = await Site.StartAsync(services: meeting.Watch);
        var visitor = site.Visitor();
        var checks = new List<Page>();
        for (var i = 0; i < 8; i++)
        {
            checks.Add(await visitor.CheckAsync(("Email", i % 2 == 0 ? "taro@example.jp" : "TARO@Example.JP")));
        }

        var pages = await meeting.OfAsync([.. checks.Select(check => (Func<Task<Page>>)(() => visitor.SendAsync(check)))]);

        var numbers = pages.Select(page => page.Text(".done__ref b").Replace("-", "", StringComparison.Ordinal)).ToList();
        var issued = await site.InDatabaseAsync(db => db.IssuedNumbers.Select(n => n.Number).ToListAsync());
        Assert.All(pages, page => Assert.Equal((HttpStatusCode.OK, "お申し込みを受け付けました"), (page.Status, page.Heading)));
        Assert.All(numbers, number => Assert.True(ApplicationNumber.IsValid(number)));
        Assert.Equal(8, numbers.Distinct().Count());
        Assert.Equal(numbers.Order(), issued.Order());
        Assert.Equal((1, 2), await CountsAsync(site));
    }

    [Theory]
    [InlineData(20_000, "参加費 20,000円のご入金を確認しています。", "確認した入金は20,000円です。")]
    [InlineData(5_000, "参加費 20,000円（税込）のうち、5,000円のご入金を確認しています。残りの15,000円を、6月17日(金)までにお振り込みください。行き違いでお振り込みがお済みのときは、そのままお待ちください。", "確認した入金は5,000円です。")]
    public async Task Whoever_has_paid_is_told_so_when_the_address_is_entered_again(int paid, string says, string inOwnText)
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        await site.Visitor().ApplyAsync();
        await site.InDatabaseAsync(async db =>
        {
            var application = await db.Applications.SingleAsync();
            application.RecordPayment(new MoneyMoved(RandomToken.Draw(), new Yen(paid), new(2022, 6, 10), PaymentWay.BankTransfer, null), Actor.CommandLine, DateTime.UnixEpoch);
            return await db.SaveChangesAsync();
        });

        await site.Visitor().ApplyAsync();
        await site.InDatabaseAsync(async db =>
        {
            var own = new MailTemplate((await db.Cohorts.SingleAsync(c => c.Ordinal == 3)).Id, MailKind.RepeatNotice);
            own.Write(new MailText("受付済みです", "受付済みです", "確認した入金は{入金額}です。"), Actor.CommandLine, DateTime.UnixEpoch);
            db.Add(own);
            await db.OutgoingMails.Where(m => m.Kind == MailKind.RepeatNotice).ExecuteUpdateAsync(set => set.SetProperty(m => m.Occasion, "yesterday"));
            return await db.SaveChangesAsync();
        });
        await site.Visitor().ApplyAsync();

        var notices = await site.MailsAsync(MailKind.RepeatNotice);
        Assert.Equal(2, notices.Count);
        Assert.Contains(says, notices[0].Text.Split('\n'));
        Assert.Contains(inOwnText, notices[1].Text.Split('\n'));
    }

    [Fact]
    public async Task A_repeat_is_answered_with_another_number_and_its_owner_gets_a_mail_a_day()
    {
        using var site = await Site.StartAsync();
        var visitor = site.Visitor();
        var first = await visitor.ApplyAsync();
        var number = first.Text(".done__ref b");

        var repeat = await site.Visitor().ApplyAsync(("Email", "Taro@EXAMPLE.jp"), ("Name", "別の名前"));
        var third = await site.Visitor().ApplyAsync();
        var reloaded = await visitor.OpenAsync(repeat.Answer.RequestMessage!.RequestUri!.PathAndQuery);

        var mails = await site.InDatabaseAsync(db => db.OutgoingMails.OrderBy(m => m.Id).ToListAsync());
        Assert.All([repeat, third, reloaded], page => Assert.Equal((HttpStatusCode.OK, "お申し込みを受け付けました"), (page.Status, page.Heading)));
        Assert.Equal(3, new[] { first, repeat, third }.Select(page => page.Text(".done__ref b")).Distinct().Count());
        Assert.Equal(repeat.Text(".done__ref b"), reloaded.Text(".done__ref b"));
        Assert.DoesNotContain(number, repeat.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(number.Replace("-", "", StringComparison.Ordinal), repeat.Body, StringComparison.Ordinal);
        Assert.Equal((1, 2), await CountsAsync(site));
        Assert.Equal(("taro@example.jp", $"【塩尻CxO Lab】お申し込みはすでに受け付けています（{number}）"), (mails[1].Recipient, mails[1].Subject));
        Assert.Contains("塩尻 太郎 様", mails[1].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("別の名前", mails[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_person_who_goes_on_from_the_same_form_gets_an_application_of_their_own()
    {
        using var site = await Site.StartAsync();
        var visitor = site.Visitor();
        var form = await visitor.OpenAsync("/apply");
        await visitor.SendAsync(await visitor.PostAsync("/apply/confirm", form.Filled()));

        var check = await visitor.PostAsync("/apply/confirm", form.Filled(("Email", "hanako@example.jp"), ("Name", "塩尻 花子")));
        var complete = await visitor.SendAsync(check);
        var doubled = await visitor.SendAsync(check);

        Assert.Equal("hanako@example.jp", complete.Text(".todo b"));
        Assert.Equal(complete.Text(".done__ref b"), doubled.Text(".done__ref b"));
        Assert.Equal((2, 2), await CountsAsync(site));
    }

    [Fact]
    public async Task Whoever_withdrew_may_apply_again()
    {
        using var site = await Site.StartAsync();
        await site.Visitor().ApplyAsync();
        await site.InDatabaseAsync(async db =>
        {
            (await db.Applications.SingleAsync()).MoveTo(ApplicationStatus.Withdrawn, Actor.CommandLine, DateTime.UnixEpoch);
            return await db.SaveChangesAsync();
        });

        var again = await site.Visitor().ApplyAsync();

        Assert.Equal("お申し込みを受け付けました", again.Heading);
        Assert.Equal((2, 2), await CountsAsync(site));
    }

    [Fact]
    public async Task Of_twenty_people_at_once_exactly_as_many_get_in_as_there_are_places()
    {
        var meeting = new Meeting("Applications");
        using var site = await Site.StartAsync(services: meeting.Watch);
        await site.InDatabaseAsync(db => db.Cohorts.ExecuteUpdateAsync(set => set.SetProperty(c => c.Capacity, 5)));
        var visitor = site.Visitor();
        var checks = new List<Page>();
        for (var i = 0; i < 20; i++)
        {
            checks.Add(await visitor.CheckAsync(("Email", $"taro{i}@example.jp")));
        }

        var pages = await meeting.OfAsync([.. checks.Select(check => (Func<Task<Page>>)(() => visitor.SendAsync(check)))]);

        Assert.Equal(5, pages.Count(p => p.Heading == "お申し込みを受け付けました"));
        Assert.Equal(15, pages.Count(p => p.Heading == "補欠として受け付けました"));
        Assert.Equal((20, 20), await CountsAsync(site));
        Assert.Equal((5, 15), await site.InDatabaseAsync(db => db.Cohorts.Where(c => c.Capacity != null).OrderByDescending(c => c.Ordinal).Select(c => ValueTuple.Create(c.PlacesTaken, c.Waiting)).FirstAsync()));
        Assert.Equal(5, (await site.MailsAsync(MailKind.PaymentInstructions)).Count);
        Assert.Equal(15, await site.InDatabaseAsync(db => db.Applications.CountAsync(a => a.Status == ApplicationStatus.Waitlisted && a.DueOn == null && !a.HoldsPlace)));
    }

    [Fact]
    public async Task Numbers_keys_and_ids_of_others_open_nothing()
    {
        using var site = await Site.StartAsync();
        await site.Visitor().ApplyAsync();
        var application = await site.InDatabaseAsync(db => db.Applications.SingleAsync());

        foreach (var guess in new[] { application.Number, "1", RandomToken.Draw(), application.Key[..21], "..%2f..%2f" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor().OpenAsync($"/apply/complete/{guess}")).Status);
        }
    }

    private static Task<(int Applications, int Mails)> CountsAsync(Site site) =>
        site.InDatabaseAsync(async db => (await db.Applications.CountAsync(), await db.OutgoingMails.CountAsync()));
}
