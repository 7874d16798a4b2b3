using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Apply;

/// <summary>Forged, expired, robotic and broken posts: refused, with what was typed kept where there is something to keep.</summary>
public sealed class FormGuardTests
{
    [Fact]
    public async Task Without_a_token_the_form_comes_back_with_what_was_typed()
    {
        using var site = await Site.StartAsync();
        var form = await site.Visitor().OpenAsync("/apply");
        var stranger = site.Visitor();

        var page = await stranger.PostAsync("/apply/confirm", form.Filled());
        var again = await stranger.PostAsync("/apply/confirm", page.Fields(Journey.ApplyForm));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("もう一度お試しください", page.Text(".note"), StringComparison.Ordinal);
        Assert.Equal("塩尻の漆器に惹かれました。", page.Fields(Journey.ApplyForm)["Motivation"]);
        Assert.Equal("入力内容の確認", again.Heading);
    }

    [Fact]
    public async Task Without_a_token_nothing_is_sent_and_the_check_page_stays()
    {
        using var site = await Site.StartAsync();
        var check = await site.Visitor().CheckAsync();
        var stranger = site.Visitor();

        var page = await stranger.SendAsync(check);
        var count = await site.InDatabaseAsync(db => db.Applications.CountAsync());
        var again = await stranger.SendAsync(page);

        Assert.Equal((HttpStatusCode.BadRequest, "入力内容の確認", 0), (page.Status, page.Heading, count));
        Assert.Equal("お申し込みを受け付けました", again.Heading);
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("%%%")]
    public async Task A_ticket_that_is_not_ours_is_an_expired_form(string ticket)
    {
        using var site = await Site.StartAsync();

        var page = await site.Visitor().CheckAsync(("Ticket", ticket));

        Assert.Equal((HttpStatusCode.BadRequest, "塩尻 太郎"), (page.Status, page.Fields(Journey.ApplyForm)["Name"]));
    }

    [Fact]
    public async Task Sealed_answers_that_were_changed_are_not_taken()
    {
        using var site = await Site.StartAsync();
        var visitor = site.Visitor();
        var fields = (await visitor.CheckAsync()).Fields(Journey.SendForm);
        fields["answers"] = fields["answers"][..^4] + "AAAA";

        var page = await visitor.PostAsync("/apply", fields);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(0, await site.InDatabaseAsync(db => db.Applications.CountAsync()));
    }

    [Fact]
    public async Task Extra_fields_change_nothing()
    {
        using var site = await Site.StartAsync();
        var visitor = site.Visitor();
        (string, string)[] extra =
        [
            ("Status", "Withdrawn"), ("Fee", "1"), ("Number", "1"), ("Key", "x"), ("Id", "7"), ("CohortId", "9"), ("DueOn", "2099-01-01"),
            ("Version", "x"), ("ReceivedUtc", "2000-01-01"), ("form.Fee", "1"), ("[0].Fee", "1"), ("Ledger[0].Amount", "1"),
        ];
        var check = await visitor.CheckAsync(extra);
        var fields = check.Fields(Journey.SendForm);
        foreach (var (field, value) in extra)
        {
            fields[field] = value;
        }

        await visitor.PostAsync("/apply", fields);

        var application = await site.InDatabaseAsync(db => db.Applications.SingleAsync());
        Assert.Equal((new Yen(20_000), new DateOnly(2022, 6, 17), "Received"), (application.Fee, application.DueOn, application.Status.ToString()));
    }

    [Fact]
    public async Task The_hidden_field_stops_a_program_and_lets_a_person_go_on()
    {
        using var site = await Site.StartAsync();
        var visitor = site.Visitor();

        var page = await visitor.CheckAsync(("Memo", "buy now"));
        var again = await visitor.PostAsync("/apply/confirm", page.Fields(Journey.ApplyForm));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "塩尻 太郎"), (page.Status, page.Fields(Journey.ApplyForm)["Name"]));
        Assert.Equal("入力内容の確認", again.Heading);
    }

    [Fact]
    public async Task A_form_that_comes_back_in_no_time_is_kept_waiting_but_taken()
    {
        using var site = await Site.StartAsync(new() { ["FormGuard:MinimumSeconds"] = "1" });
        var started = TimeProvider.System.GetTimestamp();

        var page = await site.Visitor().ApplyAsync();

        Assert.Equal("お申し込みを受け付けました", page.Heading);
        Assert.True(TimeProvider.System.GetElapsedTime(started) >= TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task The_sixth_application_from_one_address_in_a_minute_has_to_wait()
    {
        using var site = await Site.StartAsync(new() { ["FormGuard:PerMinute"] = "5", ["FormGuard:PerHour"] = "20" });
        var visitor = site.Visitor();
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal("お申し込みを受け付けました", (await visitor.ApplyAsync(("Email", $"taro{i}@example.jp"))).Heading);
        }

        var sixth = await visitor.ApplyAsync(("Email", "taro6@example.jp"));

        Assert.Equal((HttpStatusCode.TooManyRequests, "入力内容の確認"), (sixth.Status, sixth.Heading));
        Assert.InRange(sixth.Answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.StartsWith("短い時間に何度も送られたため", sixth.Text(".note[role='alert']"), StringComparison.Ordinal);
        Assert.Equal("taro6@example.jp", sixth.Text(".mailto-big"));
    }

    [Fact]
    public async Task The_twenty_first_in_an_hour_has_to_wait_longer()
    {
        using var site = await Site.StartAsync(new() { ["FormGuard:PerMinute"] = "100", ["FormGuard:PerHour"] = "20" });
        var visitor = site.Visitor();
        var check = await visitor.CheckAsync();
        for (var i = 0; i < 20; i++)
        {
            await visitor.ApplyAsync(("Email", $"taro{i}@example.jp"));
        }

        var page = await visitor.SendAsync(check);

        Assert.Equal(HttpStatusCode.TooManyRequests, page.Status);
        Assert.InRange(page.Answer.Headers.RetryAfter!.Delta!.Value.TotalMinutes, 1, 60);
    }

    [Theory]
    [InlineData("Name=a&Name=b", "application/x-www-form-urlencoded", HttpStatusCode.BadRequest)]
    [InlineData("Attendance[0].Key=a&Attendance[0].Value=yes&Attendance[1].Key=a&Attendance[1].Value=no", "application/x-www-form-urlencoded", HttpStatusCode.BadRequest)]
    [InlineData("Name=a", "application/x-www-form-urlencoded; charset=utf-7", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("Name=a", "application/x-www-form-urlencoded; charset=shift_jis", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("{}", "application/json", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("Name=a", "text/plain", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("Name=a", "multipart/form-data", HttpStatusCode.BadRequest)]
    [InlineData("Name=a%00b", "application/x-www-form-urlencoded", HttpStatusCode.BadRequest)]
    public async Task What_no_browser_sends_is_turned_away_with_a_page(string body, string type, HttpStatusCode status)
    {
        using var site = await Site.StartAsync();
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);

        var page = await Page.OfAsync(site.Visitor().PostAsync(new Uri("/apply", UriKind.Relative), content));

        Assert.Equal(status, page.Status);
        Assert.NotEmpty(page.Heading);
    }

    [Fact]
    public async Task Thousands_of_fields_and_endless_names_are_turned_away()
    {
        using var site = await Site.StartAsync();
        var visitor = site.Visitor();

        var many = await visitor.PostAsync("/apply/confirm", Enumerable.Range(0, 2000).Select(i => KeyValuePair.Create($"f{i}", "x")));
        var endless = await visitor.PostAsync("/apply/confirm", [KeyValuePair.Create(new string('n', 3000), "x")]);
        var deep = await visitor.PostAsync("/apply/confirm", [KeyValuePair.Create(string.Concat(Enumerable.Repeat("a[0].", 30)), "x")]);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (many.Status, endless.Status, deep.Status));
    }
}
