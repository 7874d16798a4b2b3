using System.Net;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Contacts;

public sealed class ContactTests
{
    [Fact]
    public async Task A_correction_is_folded_found_by_search_and_leaves_the_old_values_in_the_log()
    {
        using var site = await Site.StartAsync();
        var number = await site.ApplicantAsync("塩尻 太朗", "old@example.jp");
        var reviewer = await site.StaffAsync(Role.Reviewer);

        var page = await CorrectAsync(reviewer, number, ("Name", "塩尻 太郎"), ("Kana", "ｼｵｼﾞﾘ たろう"), ("Email", "ｎｅｗ＠example.jp"));

        Assert.Equal("連絡先を直しました。これから送るメールは新しい宛先に届きます", page.Text(".saved"));
        var application = await site.ApplicationAsync(number);
        Assert.Equal(
            ("塩尻 太郎", "シオジリ タロウ", "new@example.jp", "new@example.jp", "new@example.jp"),
            (application.Name, application.Kana, application.Email, application.ActiveEmail, application.NormalizedEmail));
        Assert.Contains("new@example.jp", application.SearchText, StringComparison.Ordinal);
        var entry = await site.InDatabaseAsync(db => db.AuditEntries.SingleAsync(e => e.Action == AuditAction.ContactCorrected));
        Assert.Equal(
            ("""{"Name":"塩尻 太朗","Email":"old@example.jp"}""", """{"Name":"塩尻 太郎","Email":"new@example.jp"}"""), (entry.Before, entry.After));
    }

    [Theory]
    [InlineData("Name", "", "氏名を入力してください")]
    [InlineData("Kana", "塩尻", "フリガナに漢字が含まれています。カタカナかひらがなで入力してください")]
    [InlineData("Email", "taro", "メールアドレスに「@」がありません")]
    [InlineData("Phone", "abc", "電話番号は市外局番から、海外の番号は「+」から入力してください")]
    [InlineData("Residence", "", "お住まいの都道府県を選んでください")]
    public async Task A_fault_is_told_at_its_field_and_nothing_typed_is_lost(string field, string value, string message)
    {
        using var site = await Site.StartAsync();
        var number = await site.ApplicantAsync();
        var reviewer = await site.StaffAsync(Role.Reviewer);

        var page = await CorrectAsync(reviewer, number, ("Occupation", "x"), (field, value));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, $"エラー {message}"), (page.Status, page.Text($"#{field.ToLowerInvariant()}-error")));
        Assert.Equal(value, page.Fields("form[action$='/contact']")[field]);
        Assert.StartsWith("エラー：", page.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_stands_for_somebody_else_is_refused()
    {
        using var site = await Site.StartAsync();
        await site.ApplicantAsync("先 の人", "taken@example.jp");
        var number = await site.ApplicantAsync("後 の人", "free@example.jp");
        var reviewer = await site.StaffAsync(Role.Reviewer);

        var page = await CorrectAsync(reviewer, number, ("Email", "Taken@example.jp"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "エラー このメールアドレスの申し込みがほかにあります。申込者の一覧で確かめてください"), (page.Status, page.Text("#email-error")));
        Assert.Equal("free@example.jp", (await site.ApplicationAsync(number)).Email);
        Assert.Equal(0, await site.InDatabaseAsync(db => db.AuditEntries.CountAsync(e => e.Action == AuditAction.ContactCorrected)));
    }

    [Fact]
    public async Task A_stale_form_shows_both_and_goes_through_when_sent_again()
    {
        using var site = await Site.StartAsync();
        var number = await site.ApplicantAsync();
        var (one, other) = (await site.StaffAsync(Role.Reviewer), await site.StaffAsync(Role.Administrator));
        var form = await one.OpenAsync($"/admin/applications/{number}/contact");
        await CorrectAsync(other, number, ("Phone", "0263-52-0280"));

        var fields = form.Fields("form[action$='/contact']");
        fields["Name"] = "塩尻 花子";
        var stale = await one.PostAsync($"/admin/applications/{number}/contact", fields);
        var done = await one.PostAsync($"/admin/applications/{number}/contact", stale.Fields("form[action$='/contact']"));

        Assert.Equal((HttpStatusCode.Conflict, "0263520280"), (stale.Status, stale.Definition("電話番号").Replace("-", "", StringComparison.Ordinal)));
        Assert.Equal("塩尻 花子", stale.Fields("form[action$='/contact']")["Name"]);
        Assert.Equal(HttpStatusCode.OK, done.Status);
        Assert.Equal("塩尻 花子", (await site.ApplicationAsync(number)).Name);
    }

    [Fact]
    public async Task Mails_that_still_wait_go_to_the_new_address_and_one_on_its_way_is_told_of()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        var number = await site.ApplicantAsync(email: "old@example.jp");
        await QueueAsync(site, number, "sent", "leaving", "waiting", "failed once");
        var mails = await site.MailsAsync();
        await site.SetAsync(mails[0], MailState.Sent);
        await site.ClaimAsync(mails[1]);
        await site.SetAsync(mails[3], MailState.Queued, "451 later");

        var page = await CorrectAsync(await site.StaffAsync(Role.Reviewer), number, ("Email", "new@example.jp"));

        Assert.Equal(
            "連絡先を直しました。これから送るメールは新しい宛先に届きます。送信待ちのメール2通も新しい宛先に変えました。送信中のメールが1通あります（宛先は変わりません）", page.Text(".saved"));
        Assert.Equal(["old@example.jp", "old@example.jp", "new@example.jp", "new@example.jp"], (await site.MailsAsync()).Select(m => m.Recipient));
        var entry = await site.InDatabaseAsync(db => db.AuditEntries.SingleAsync(e => e.Action == AuditAction.ContactCorrected));
        Assert.Equal("""{"Email":"new@example.jp","ReaddressedMails":2}""", entry.After);
    }

    [Fact]
    public async Task A_sender_that_takes_a_waiting_mail_up_at_that_moment_makes_the_page_stale()
    {
        using var site = await Site.StartAsync(services: services =>
        {
            Outbox.StandsStill(services);
            new QuickerSender().Watch(services);
        });
        var number = await site.ApplicantAsync(email: "old@example.jp");
        await QueueAsync(site, number, "waiting");

        var page = await CorrectAsync(await site.StaffAsync(Role.Reviewer), number, ("Email", "new@example.jp"));

        Assert.Equal((HttpStatusCode.Conflict, "new@example.jp"), (page.Status, page.Fields("form[action$='/contact']")["Email"]));
        Assert.Equal(("old@example.jp", "old@example.jp"), ((await site.ApplicationAsync(number)).Email, Assert.Single(await site.MailsAsync()).Recipient));
    }

    private static Task<int> QueueAsync(Site site, string number, params string[] occasions) => site.InDatabaseAsync(async db =>
    {
        var application = await db.Applications.SingleAsync(a => a.Number == number);
        db.AddRange(occasions.Select(o => new OutgoingMail(MailKind.Group, o, application.Email!, "件名", new MailBody("本文", "<p>本文</p>"), application.Id)
            .QueuedAt(TimeProvider.System.GetUtcNow().UtcDateTime)));
        return await db.SaveChangesAsync();
    });

    private static async Task<Page> CorrectAsync(HttpClient staff, string number, params (string Field, string Value)[] changes)
    {
        var fields = (await staff.OpenAsync($"/admin/applications/{number}/contact")).Fields("form[action$='/contact']");
        foreach (var (field, value) in changes)
        {
            fields[field] = value;
        }

        return await staff.PostAsync($"/admin/applications/{number}/contact", fields);
    }
}
