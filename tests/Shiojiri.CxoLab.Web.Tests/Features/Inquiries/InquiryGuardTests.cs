using System.Net;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Web.Tests.Testing;
using static Shiojiri.CxoLab.Web.Tests.Features.Inquiries.InquiryFormTests;

namespace Shiojiri.CxoLab.Web.Tests.Features.Inquiries;

/// <summary>Forged, expired, robotic and endless posts of the inquiry form: refused, with what was typed kept.</summary>
public sealed class InquiryGuardTests
{
    [Fact]
    public async Task Without_a_token_the_form_comes_back_with_what_was_typed_and_can_be_sent()
    {
        using var site = await Site.StartAsync();
        var fields = await FieldsAsync(site.Visitor());
        var stranger = site.Visitor();

        var page = await stranger.PostAsync(Address, fields);
        var again = await stranger.PostAsync(Address, page.Fields(Form));

        Assert.Equal((HttpStatusCode.BadRequest, "質問です。"), (page.Status, page.Fields(Form)["Text"]));
        Assert.Equal("お問い合わせを受け取りました", again.Heading);
    }

    [Fact]
    public async Task A_foreign_ticket_is_an_expired_form()
    {
        using var site = await Site.StartAsync();
        var application = (await site.Visitor().OpenAsync("/apply")).Fields(Journey.ApplyForm)["Ticket"];

        var page = await AskAsync(site.Visitor(), ("Ticket", application));

        Assert.Equal((HttpStatusCode.BadRequest, "例文 ゆき"), (page.Status, page.Fields(Form)["Name"]));
    }

    [Fact]
    public async Task The_hidden_field_stops_a_program_and_lets_a_person_go_on()
    {
        using var site = await Site.StartAsync();
        var visitor = site.Visitor();

        var page = await AskAsync(visitor, ("Memo", "buy now"));
        var count = await site.InDatabaseAsync(db => db.Inquiries.CountAsync());
        var again = await visitor.PostAsync(Address, page.Fields(Form));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "質問です。", 0), (page.Status, page.Fields(Form)["Text"], count));
        Assert.Equal("お問い合わせを受け取りました", again.Heading);
    }

    [Fact]
    public async Task A_form_that_comes_back_in_no_time_is_kept_waiting_but_taken()
    {
        using var site = await Site.StartAsync(new() { ["FormGuard:MinimumSeconds"] = "1" });
        var started = TimeProvider.System.GetTimestamp();

        var page = await AskAsync(site.Visitor());

        Assert.Equal("お問い合わせを受け取りました", page.Heading);
        Assert.True(TimeProvider.System.GetElapsedTime(started) >= TimeSpan.FromSeconds(1));
    }

    [Theory]
    [InlineData("5", "20", 5, 60)]
    [InlineData("100", "20", 20, 3600)]
    public async Task Too_many_questions_from_one_address_have_to_wait_and_are_kept(string minute, string hour, int taken, int longest)
    {
        using var site = await Site.StartAsync(new() { ["FormGuard:PerMinute"] = minute, ["FormGuard:PerHour"] = hour });
        var visitor = site.Visitor();
        for (var i = 0; i < taken; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await AskAsync(visitor)).Status);
        }

        var page = await AskAsync(visitor);
        var application = await visitor.ApplyAsync();

        Assert.Equal((HttpStatusCode.TooManyRequests, "質問です。"), (page.Status, page.Fields(Form)["Text"]));
        Assert.InRange(page.Answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, longest);
        Assert.StartsWith("短い時間に何度も送られたため", page.Text(".note[role='alert']"), StringComparison.Ordinal);
        Assert.Equal("お申し込みを受け付けました", application.Heading);
    }

    [Fact]
    public async Task Nobody_s_mailbox_is_filled_with_receipts()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        for (var i = 0; i < 5; i++)
        {
            await AskAsync(site.Visitor(), ("Text", $"質問 {i}"));
        }

        await AskAsync(site.Visitor(), ("Email", "other@example.jp"));

        Assert.Equal(6, await site.InDatabaseAsync(db => db.Inquiries.CountAsync()));
        Assert.Equal(
            ["other@example.jp", "yuki@example.jp", "yuki@example.jp", "yuki@example.jp"],
            (await site.MailsAsync(MailKind.InquiryReceipt)).Select(m => m.Recipient).Order(StringComparer.Ordinal));
    }
}
