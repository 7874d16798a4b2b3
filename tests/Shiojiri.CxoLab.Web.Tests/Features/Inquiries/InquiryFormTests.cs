using System.Net;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Inquiries;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Inquiries;

public sealed class InquiryFormTests
{
    internal const string Address = "/contact";
    internal const string Form = "form[action='/contact']";

    [Fact]
    public async Task A_question_is_stored_as_folded_and_a_receipt_is_on_its_way()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        await site.Visitor().ApplyAsync();
        var application = await site.InDatabaseAsync(db => db.Applications.SingleAsync());

        var sent = await AskAsync(site.Visitor(), ("Kind", "after"), ("Name", "　塩尻 太郎 "), ("Email", "Ｔaro＠example.jp"), ("Number", Typed(application.Number)), ("Text", "  質問です。\r\n\r\n二行目 "));

        var inquiry = await site.InDatabaseAsync(db => db.Inquiries.SingleAsync());
        Assert.Equal((HttpStatusCode.OK, "お問い合わせを受け取りました"), (sent.Status, sent.Heading));
        Assert.Equal(
            (InquiryKind.AfterApplying, "塩尻 太郎", "Taro@example.jp", application.Number, "質問です。\n\n二行目", (int?)application.Id, InquiryStatus.Open),
            (inquiry.Kind, inquiry.Name, inquiry.Email, inquiry.Number, inquiry.Text, inquiry.ApplicationId, inquiry.Status));
        var mail = Assert.Single(await site.MailsAsync(MailKind.InquiryReceipt));
        Assert.Equal(("Taro@example.jp", (int?)null), (mail.Recipient, mail.ApplicationId));
        Assert.Contains("> 質問です。", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_what_is_marked_as_needed_is_needed()
    {
        using var site = await Site.StartAsync();

        await AskAsync(site.Visitor());

        var inquiry = await site.InDatabaseAsync(db => db.Inquiries.SingleAsync());
        Assert.Equal((null, null, null), (inquiry.Kind, inquiry.Number, inquiry.ApplicationId));
    }

    [Fact]
    public async Task A_number_of_a_repeat_leads_to_its_application()
    {
        using var site = await Site.StartAsync();
        await site.Visitor().ApplyAsync();
        await site.Visitor().ApplyAsync();
        var (id, number) = await site.InDatabaseAsync(async db => (await db.Applications.Select(a => a.Id).SingleAsync(), await db.IssuedNumbers.OrderByDescending(n => n.Id).Select(n => n.Number).FirstAsync()));

        await AskAsync(site.Visitor(), ("Number", number));

        Assert.Equal(id, await site.InDatabaseAsync(db => db.Inquiries.Select(i => i.ApplicationId).SingleAsync()));
    }

    [Theory]
    [InlineData("Name", "", "氏名を入力してください")]
    [InlineData("Email", "taro.example.jp", "メールアドレスに「@」がありません")]
    [InlineData("Email", "a@example.jp,b@example.jp", "メールアドレスは1つだけ入力してください")]
    [InlineData("Number", "0312345678901", "受付番号は10桁の数字です。もう一度お確かめください。わからないときは空のままでかまいません")]
    [InlineData("Number", "0312345679", "受付番号は10桁の数字です。もう一度お確かめください。わからないときは空のままでかまいません")]
    [InlineData("Kind", "nonsense", "どんなことかを、一覧の中から選び直してください")]
    [InlineData("Text", "　\u200b ", "内容を入力してください")]
    [InlineData("Text", "a\u202eb", "内容に表示できない文字が混ざっています。貼り付けた場合は、入力し直してください")]
    public async Task What_is_wrong_is_said_and_nothing_typed_is_lost(string field, string typed, string message)
    {
        using var site = await Site.StartAsync();

        var page = await AskAsync(site.Visitor(), ("Memo", ""), (field, typed));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, message), (page.Status, page.Text(".errsum li")));
        Assert.StartsWith("エラー：", page.Title, StringComparison.Ordinal);
        Assert.Equal($"#{field.ToLowerInvariant()}", page.Html.QuerySelector(".errsum a")!.GetAttribute("href"));
        Assert.NotNull(page.Html.QuerySelector(".errsum[autofocus]"));
        Assert.Equal(field == "Text" ? "例文 ゆき" : "質問です。", page.Fields(Form)[field == "Text" ? "Name" : "Text"]);
        Assert.Equal(0, await site.InDatabaseAsync(db => db.Inquiries.CountAsync()));
    }

    [Fact]
    public async Task A_thousand_characters_as_a_reader_counts_them_are_taken_and_one_more_is_not()
    {
        using var site = await Site.StartAsync();
        var thousand = string.Concat(Enumerable.Repeat("👨‍👩‍👧‍👦", 1000));

        var more = await AskAsync(site.Visitor(), ("Text", $"{thousand}あ"));
        var taken = await AskAsync(site.Visitor(), ("Text", thousand));

        Assert.Equal("内容は1000字以内で入力してください（現在 1001字）", more.Text(".errsum li"));
        Assert.Equal("お問い合わせを受け取りました", taken.Heading);
        Assert.Equal(thousand, await site.InDatabaseAsync(db => db.Inquiries.Select(i => i.Text).SingleAsync()));
    }

    [Fact]
    public async Task Sent_twice_it_is_one_question_and_one_receipt()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        var visitor = site.Visitor();
        var fields = await FieldsAsync(visitor);

        var first = await visitor.PostAsync(Address, fields);
        var second = await visitor.PostAsync(Address, fields);

        Assert.Equal(("お問い合わせを受け取りました", "お問い合わせを受け取りました"), (first.Heading, second.Heading));
        Assert.Equal(1, await site.InDatabaseAsync(db => db.Inquiries.CountAsync()));
        Assert.Single(await site.MailsAsync());
    }

    [Fact]
    public async Task Sent_twice_at_the_same_moment_it_is_one_question_and_one_receipt()
    {
        var meeting = new Meeting("Inquiries");
        using var site = await Site.StartAsync(services: services =>
        {
            Outbox.StandsStill(services);
            meeting.Watch(services);
        });
        var visitor = site.Visitor();
        var fields = await FieldsAsync(visitor);

        var pages = await meeting.OfAsync(2, () => visitor.PostAsync(Address, fields));

        Assert.All(pages, page => Assert.Equal("お問い合わせを受け取りました", page.Heading));
        Assert.Equal(1, await site.InDatabaseAsync(db => db.Inquiries.CountAsync()));
        Assert.Single(await site.MailsAsync());
    }

    [Fact]
    public async Task Another_question_from_a_form_that_was_sent_is_not_lost()
    {
        using var site = await Site.StartAsync();
        var visitor = site.Visitor();
        var fields = await FieldsAsync(visitor);
        await visitor.PostAsync(Address, fields);
        fields["Text"] = "もう一つ質問です。";

        await visitor.PostAsync(Address, fields);

        Assert.Equal(["質問です。", "もう一つ質問です。"], await site.InDatabaseAsync(db => db.Inquiries.OrderBy(i => i.Id).Select(i => i.Text).ToListAsync()));
    }

    [SqliteFact]
    public async Task While_the_database_is_away_what_was_typed_stays_on_the_page()
    {
        using var site = await Site.StartAsync();
        var visitor = site.Visitor();
        var fields = await FieldsAsync(visitor);
        await site.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE Inquiries RENAME TO Lost"));

        var page = await visitor.PostAsync(Address, fields);
        await site.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE Lost RENAME TO Inquiries"));
        var again = await visitor.PostAsync(Address, page.Fields(Form));

        Assert.Equal((HttpStatusCode.InternalServerError, "質問です。"), (page.Status, page.Fields(Form)["Text"]));
        Assert.Equal("お問い合わせを受け取りました", again.Heading);
    }

    [Fact]
    public async Task The_page_never_ends_in_preparation_and_the_one_after_it_says_what_comes_next()
    {
        using var site = await Site.StartAsync();

        var page = await site.Visitor().OpenAsync(Address);
        var sent = await AskAsync(site.Visitor());

        Assert.DoesNotContain("準備中", page.Words, StringComparison.Ordinal);
        Assert.Equal("no-cache, private", page.Answer.Headers.CacheControl!.ToString());
        Assert.Equal(
            ["控えのメールが届きます。数分かかることがあります。", "事務局が内容を読み、メールでお返事します。", "書き足したいことがあるときは、控えのメールに返信してください。"],
            sent.Texts("main ol:not(.crumbs__list) li"));
        Assert.True(sent.Answer.Headers.CacheControl!.NoStore);
    }

    internal static async Task<Page> AskAsync(HttpClient visitor, params (string Field, string Value)[] changes) =>
        await visitor.PostAsync(Address, await FieldsAsync(visitor, changes));

    internal static async Task<Dictionary<string, string>> FieldsAsync(HttpClient visitor, params (string Field, string Value)[] changes)
    {
        var fields = (await visitor.OpenAsync(Address)).Fields(Form);
        fields["Name"] = "例文 ゆき";
        fields["Email"] = "yuki@example.jp";
        fields["Text"] = "質問です。";
        foreach (var (field, value) in changes)
        {
            fields[field] = value;
        }

        return fields;
    }

    private static string Typed(string number) => $" {number[..4]}ー{number[4..7]}－{number[7..]}".Replace('0', '０');
}
