using System.Net;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Apply;

public sealed class AgainTests
{
    private const string Path = "/apply/again";

    [Fact]
    public async Task Known_or_not_the_answer_is_the_same_and_takes_its_time()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        await site.ApplicantAsync(email: "taro@example.jp");
        var answers = new List<(HttpStatusCode, string?, string)>();
        foreach (var email in new[] { "taro@example.jp", "nobody@example.jp", "TARO@example.jp", "taro@example.jp" })
        {
            var visitor = site.Visitor(followsRedirects: false);
            var started = TimeProvider.System.GetTimestamp();
            var answer = await visitor.FillAsync(Path, Path, ("Email", email));
            Assert.True(TimeProvider.System.GetElapsedTime(started) >= TimeSpan.FromMilliseconds(390));
            answers.Add((answer.Status, answer.Answer.Headers.Location?.OriginalString, answer.Body));
        }

        Assert.Equal((HttpStatusCode.Redirect, "/apply/again/sent", ""), Assert.Single(answers.Distinct()));
        Assert.Equal(["taro@example.jp"], (await site.MailsAsync()).Select(m => m.Recipient));
        Assert.Equal("お申し込みがあれば、メールが届きます", (await site.Visitor().OpenAsync("/apply/again/sent")).Heading);
    }

    [Fact]
    public async Task The_mail_tells_of_every_application_at_the_address_the_newest_cohort_first()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        await site.AddCohortAsync(4, "第四期");
        var older = (await site.ReceiveAsync(1, (_, a) => a with { Email = "taro@example.jp" }))[0];
        var newer = (await site.ReceiveAsync(1, (_, a) => a with { Email = "Taro@example.jp" }, ordinal: 4))[0];
        await site.ReceiveAsync(1, (_, a) => a with { Email = "other@example.jp" });

        await site.Visitor().FillAsync(Path, Path, ("Email", "taro@EXAMPLE.jp"));

        var mail = Assert.Single(await site.MailsAsync());
        var lines = mail.Text.Split('\n').Where(line => line.StartsWith('■') || line.StartsWith("受付番号: ", StringComparison.Ordinal) || line.Contains("/apply/complete/", StringComparison.Ordinal))
            .Select(line => line.Split("localhost:5080")[^1]);
        Assert.Equal((MailKind.StatusSummary, "Taro@example.jp", (int?)null), (mail.Kind, mail.Recipient, mail.ApplicationId));
        Assert.Equal(
        [
            "■ 第四期のお申し込み", $"受付番号: {ApplicationNumber.Grouped(newer.Number)}", "■ お支払い方法（銀行振込）", $"/apply/complete/{newer.Key}",
            "■ 第三期のお申し込み", $"受付番号: {ApplicationNumber.Grouped(older.Number)}", "■ お支払い方法（銀行振込）", $"/apply/complete/{older.Key}",
        ], lines);
    }

    [Theory]
    [InlineData(ApplicationStatus.Waitlisted, "補欠です")]
    [InlineData(ApplicationStatus.Declined, "見送りです")]
    [InlineData(ApplicationStatus.Withdrawn, "辞退を受け付けました")]
    public async Task Nobody_is_asked_to_pay_who_is_not_to(ApplicationStatus status, string words)
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        await site.ApplicantAsync(email: "taro@example.jp", moves: status == ApplicationStatus.Withdrawn ? [status] : [ApplicationStatus.UnderReview, status]);

        await site.Visitor().FillAsync(Path, Path, ("Email", "taro@example.jp"));

        var mail = Assert.Single(await site.MailsAsync());
        Assert.Contains($"いまの状態: {words}", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("お支払い期限", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("見本銀行", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("お支払いください", mail.Text + mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_gets_one_mail_in_ten_minutes()
    {
        var (site, time) = await SignInSteps.AtAsync(new DateTimeOffset(2026, 4, 1, 10, 4, 0, TimeSpan.Zero));
        using var _ = site;
        await site.ApplicantAsync(email: "taro@example.jp");
        var counts = new List<int>();
        foreach (var minutes in new[] { 0, 6, 3, 2 })
        {
            time.Advance(TimeSpan.FromMinutes(minutes));
            await site.Visitor().FillAsync(Path, Path, ("Email", "taro@example.jp"));
            counts.Add((await site.MailsAsync(MailKind.StatusSummary)).Count);
        }

        Assert.Equal([1, 1, 1, 2], counts);
    }

    [Fact]
    public async Task Asked_for_twice_at_the_same_moment_it_is_one_mail()
    {
        var meeting = new Meeting("OutgoingMails");
        using var site = await Site.StartAsync(services: services =>
        {
            Outbox.StandsStill(services);
            meeting.Watch(services);
        });
        await site.ApplicantAsync(email: "taro@example.jp");
        var visitor = site.Visitor();
        var fields = (await visitor.OpenAsync(Path)).Fields($"form[action='{Path}']");
        fields["Email"] = "taro@example.jp";

        var pages = await meeting.OfAsync(2, () => visitor.PostAsync(Path, fields));

        Assert.All(pages, page => Assert.Equal(HttpStatusCode.OK, page.Status));
        Assert.Single(await site.MailsAsync());
    }

    [Fact]
    public async Task What_the_mail_says_does_not_stay_in_the_database()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        await site.ApplicantAsync(email: "taro@example.jp");
        await site.Visitor().FillAsync(Path, Path, ("Email", "taro@example.jp"));

        await site.DeliverAllAsync();

        var mail = Assert.Single(await site.MailsAsync());
        Assert.Equal((MailState.Sent, "（送信したあとに消去しました）"), (mail.State, mail.Text));
    }

    [Theory]
    [InlineData("", "メールアドレスを入力してください")]
    [InlineData("taro", "メールアドレスに「@」がありません")]
    public async Task What_is_no_address_is_said(string typed, string message)
    {
        using var site = await Site.StartAsync();

        var page = await site.Visitor().FillAsync(Path, Path, ("Email", typed));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, message, typed), (page.Status, page.Text(".errsum li"), page.Fields($"form[action='{Path}']")["Email"]));
    }

    [Fact]
    public async Task Without_a_token_the_address_stays_in_its_field()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        await site.ApplicantAsync(email: "taro@example.jp");

        var page = await site.Visitor().PostAsync(Path, [new("Email", "taro@example.jp")]);

        Assert.Equal((HttpStatusCode.BadRequest, "taro@example.jp"), (page.Status, page.Fields($"form[action='{Path}']")["Email"]));
        Assert.Empty(await site.MailsAsync());
    }

    [Fact]
    public async Task More_than_are_set_from_one_network_address_in_a_minute_have_to_wait()
    {
        using var site = await Site.StartAsync(new() { ["FormGuard:SummariesPerMinute"] = "2" });
        var visitor = site.Visitor();
        await visitor.FillAsync(Path, Path, ("Email", "a@example.jp"));
        await visitor.FillAsync(Path, Path, ("Email", "b@example.jp"));

        var page = await visitor.FillAsync(Path, Path, ("Email", "c@example.jp"));

        Assert.Equal((HttpStatusCode.TooManyRequests, "c@example.jp"), (page.Status, page.Fields($"form[action='{Path}']")["Email"]));
        Assert.InRange(page.Answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
    }

    [Theory]
    [InlineData("/faq")]
    [InlineData("/contact")]
    public async Task A_page_leads_to_it(string from)
    {
        using var site = await Site.StartAsync();

        var page = await site.Visitor().OpenAsync(from);
        var complete = await site.Visitor().ApplyAsync();

        Assert.Equal("メールが届かないとき", page.Text("main a[href='/apply/again']"));
        Assert.NotNull(complete.Html.QuerySelector("main a[href='/apply/again']"));
    }
}
