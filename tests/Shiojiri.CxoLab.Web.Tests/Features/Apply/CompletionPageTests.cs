using System.Net;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Apply;

/// <summary>The completion page is whole in the browser that sent the form, for a day, and masked for whoever else has the link.</summary>
public sealed class CompletionPageTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 2, 9, 0, 0, JapanTime.Offset);

    [Fact]
    public async Task The_browser_that_applied_sees_the_page_whole()
    {
        using var site = await Site.StartAsync();
        var visitor = site.Visitor();

        var complete = await visitor.ApplyAsync();
        var again = await visitor.OpenAsync(PathOf(complete));

        Assert.Equal("taro@example.jp", complete.Text(".todo b"));
        Assert.StartsWith($"{NumberOf(complete)} シオジリ タロウ ", complete.Definition("お振込名義"), StringComparison.Ordinal);
        Assert.Equal(complete.Body, again.Body);
    }

    [Fact]
    public async Task Whoever_else_has_the_link_sees_address_and_name_masked_but_number_and_account()
    {
        using var site = await Site.StartAsync();
        var complete = await site.Visitor().ApplyAsync();

        var page = await site.Visitor().OpenAsync(PathOf(complete));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("t•••@example.jp", page.Text(".todo b"));
        Assert.StartsWith($"{NumberOf(complete)} シ••• ", page.Definition("お振込名義"), StringComparison.Ordinal);
        Assert.Equal(
            (complete.Text(".done__ref b"), complete.Definition("金額"), complete.Definition("お支払い期限"), complete.Definition("お振込先")),
            (page.Text(".done__ref b"), page.Definition("金額"), page.Definition("お支払い期限"), page.Definition("お振込先")));
        Assert.DoesNotContain("taro", page.Body, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("タロウ", page.Body, StringComparison.Ordinal);
        Assert.False(page.Answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task After_a_day_the_browser_that_applied_sees_it_masked_too()
    {
        var (site, time) = await SignInSteps.AtAsync(Now);
        using var _ = site;
        var visitor = site.Visitor();
        var path = PathOf(await visitor.ApplyAsync());

        time.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        var before = await visitor.OpenAsync(path);
        time.Advance(TimeSpan.FromSeconds(1));
        var after = await visitor.OpenAsync(path);

        Assert.Equal(("taro@example.jp", "t•••@example.jp"), (before.Text(".todo b"), after.Text(".todo b")));
    }

    [Fact]
    public async Task Two_applications_from_one_browser_are_both_whole_each_for_its_own_day()
    {
        var (site, time) = await SignInSteps.AtAsync(Now);
        using var _ = site;
        var visitor = site.Visitor();
        var first = PathOf(await visitor.ApplyAsync());
        time.Advance(TimeSpan.FromHours(20));
        var second = PathOf(await visitor.ApplyAsync(("Email", "hanako@example.jp"), ("Kana", "シオジリ ハナコ")));

        var both = (await MailOf(visitor, first), await MailOf(visitor, second));
        time.Advance(TimeSpan.FromHours(5));
        var later = (await MailOf(visitor, first), await MailOf(visitor, second));

        Assert.Equal(("taro@example.jp", "hanako@example.jp"), both);
        Assert.Equal(("t•••@example.jp", "hanako@example.jp"), later);
    }

    [Fact]
    public async Task A_browser_that_lost_the_first_answer_sees_the_page_whole_when_it_sends_the_form_again()
    {
        using var site = await Site.StartAsync();
        var visitor = site.Visitor(followsRedirects: false);
        var check = await visitor.CheckAsync();

        // Both answers are read by hand: the browser that pressed twice only follows the second.
        var lost = await visitor.SendAsync(check);
        var followed = await site.Visitor(followsRedirects: false).PostAsync("/apply", check.Fields(Journey.SendForm));

        Assert.Equal(lost.Answer.Headers.Location, followed.Answer.Headers.Location);
        Assert.StartsWith("cxolab-applied=", Assert.Single(followed.Answer.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_cookie_is_for_the_host_alone_lasts_a_day_and_never_grows_over_four_kilobytes()
    {
        using var site = await Site.StartAsync(new() { ["Site:PublicBaseUrl"] = "https://localhost" });
        var visitor = site.CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new Uri("https://localhost") });
        var cookie = "";
        for (var i = 0; i < 12; i++)
        {
            var longest = $"taro{i}@{string.Join('.', Enumerable.Repeat(new string('a', 58), 4))}.jp";
            var sent = await visitor.ApplyAsync(("Email", longest), ("Kana", new string('ガ', 60)));
            cookie = Assert.Single(sent.Answer.Headers.GetValues("Set-Cookie"));
            Assert.True(cookie.Length <= 4096, $"{cookie.Length}");
        }

        Assert.Matches("^__Host-cxolab-applied=[A-Za-z0-9_-]+; max-age=86400; path=/; secure; samesite=lax; httponly$", cookie);
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("%00")]
    [InlineData("CfDJ8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_made_up_cookie_shows_nothing_more(string value)
    {
        using var site = await Site.StartAsync();
        var path = PathOf(await site.Visitor().ApplyAsync());
        var stranger = site.Visitor();
        stranger.DefaultRequestHeaders.Add("Cookie", $"cxolab-applied={value}");

        var page = await stranger.OpenAsync(path);

        Assert.Equal((HttpStatusCode.OK, "t•••@example.jp"), (page.Status, page.Text(".todo b")));
    }

    [SqliteFact]
    public async Task A_repeat_keeps_nothing_of_what_was_typed_but_its_masks()
    {
        using var site = await Site.StartAsync();
        await site.Visitor().ApplyAsync();

        await site.Visitor().ApplyAsync(("Email", "TARO@example.jp"), ("Name", "諏訪 次郎"), ("Kana", "スワ ジロウ"), ("Motivation", "諏訪湖が好きです。"));

        var repeat = await site.InDatabaseAsync(db => db.RepeatSubmissions.SingleAsync());
        Assert.Equal(("T•••@example.jp", "ス•••"), (repeat.MaskedEmail, repeat.MaskedKana));
        await site.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)"));
        var stored = System.Text.Encoding.UTF8.GetString(await ReadAsync(site.DatabaseFile));
        Assert.All(["諏訪", "スワ ジロウ", "TARO@example.jp"], typed => Assert.DoesNotContain(typed, stored, StringComparison.Ordinal));
    }

    private static async Task<byte[]> ReadAsync(string path)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var copy = new MemoryStream();
        await file.CopyToAsync(copy);
        return copy.ToArray();
    }

    private static async Task<string> MailOf(HttpClient visitor, string path) => (await visitor.OpenAsync(path)).Text(".todo b");

    private static string PathOf(Page complete) => complete.Answer.RequestMessage!.RequestUri!.AbsolutePath;

    private static string NumberOf(Page complete) => complete.Text(".done__ref b").Replace("-", "", StringComparison.Ordinal);
}
