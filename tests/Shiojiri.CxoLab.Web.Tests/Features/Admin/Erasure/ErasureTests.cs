using System.Net;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Erasure;

/// <summary>Erasing a person at the desk, and what is left to be seen and done.</summary>
public sealed class ErasureTests
{
    [Fact]
    public async Task The_page_says_what_goes_what_stays_and_what_happens_at_once()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        var (main, merged) = await Canary.LiveAsync(site);
        var admin = await site.StaffAsync(Role.Administrator);

        var page = await admin.OpenAsync($"/admin/applications/{main}/erasure");

        Assert.Equal(("個人情報の削除", "3件"), (page.Heading, page.Definition("メモ、タグ、採点")));
        Assert.Equal(("2件", "1件", "2件"), (page.Definition("お問い合わせと返事"), page.Definition("お返し先の口座"), page.Definition("この方を探すために")));
        Assert.Equal(
            ["送信待ちのメール4通を、送らずに止めます。", "未対応のお問い合わせ1件も、返事をしないまま消えます。", $"まとめてある申し込み1件（{ApplicationNumber.Grouped(merged)}）も、同じように削除します。"],
            page.Texts(".erase__then li"));
        Assert.Equal(1, await site.InDatabaseAsync(db => db.AccessEntries.CountAsync(e => e.Subject == main && e.Details!.Contains("erasure"))));
    }

    [Theory]
    [InlineData("Received", "結果を決めないまま「見送り」として閉じます。取ってある席は空きます。", "人数と入金の合計は変わりません")]
    [InlineData("Declined", null, "人数、席、入金の合計は変わりません")]
    public async Task It_says_when_the_application_is_closed_with_its_person(string status, string? closing, string staying)
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        ApplicationStatus[] moves = status == "Received" ? [] : [ApplicationStatus.Declined];
        var number = await site.ApplicantAsync(moves: moves);
        var admin = await site.StaffAsync(Role.Administrator);

        var page = await admin.OpenAsync($"/admin/applications/{number}/erasure");

        Assert.Equal(closing, page.Texts(".erase__then li").FirstOrDefault(t => t.Contains("閉じます", StringComparison.Ordinal)));
        Assert.Contains(staying, page.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "受付番号を入力してください")]
    [InlineData("0312345678", "受付番号が違います。このページの上にある番号を入力してください")]
    public async Task Without_the_right_number_nothing_happens(string? typed, string message)
    {
        using var site = await Site.StartAsync();
        var number = await site.ApplicantAsync(moves: ApplicationStatus.Declined);
        var admin = await site.StaffAsync(Role.Administrator);
        var url = $"/admin/applications/{number}/erasure";

        var page = await admin.FillAsync(url, url, ("typed", typed ?? ""));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, message, typed ?? ""), (page.Status, page.Text(".errsum a[href='#typed']"), page.Fields($"form[action='{url}']")["typed"]));
        Assert.Equal("塩尻 太郎", (await site.ApplicationAsync(number)).Name);
    }

    [Fact]
    public async Task The_number_is_taken_in_any_width_and_the_log_tells_it_in_a_sentence()
    {
        using var site = await Site.StartAsync();
        var number = await site.ApplicantAsync(moves: ApplicationStatus.Declined);
        var admin = await site.StaffAsync(Role.Administrator, "管理 花子");
        var url = $"/admin/applications/{number}/erasure";

        var page = await admin.FillAsync(url, url, ("typed", $"{number[..4]} ー {number[4..]}".Replace('0', '０')));

        var called = $"削除済み（{ApplicationNumber.Grouped(number)}）";
        Assert.Equal((called, "個人情報を削除しました。この申し込みについてメールが送られることは、もうありません"), (page.Heading, page.Text(".saved")));
        Assert.Contains($"{called}の個人情報を申し出により削除", (await admin.OpenAsync($"/admin/audit?subject={number}")).Text("main"), StringComparison.Ordinal);
        Assert.Contains("個人情報の削除", page.Text(".log"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_has_to_be_settled_first_is_said_and_nothing_is_erased()
    {
        using var site = await Site.StartAsync();
        var member = await site.ApplicantAsync(moves: ApplicationStatus.Accepted);
        var declined = await site.ApplicantAsync(moves: ApplicationStatus.Declined);
        var admin = await site.StaffAsync(Role.Administrator);
        var fields = (await admin.OpenAsync($"/admin/applications/{declined}/erasure")).Fields("form[action$='/erasure']");

        var page = await admin.OpenAsync($"/admin/applications/{member}/erasure");
        fields["typed"] = member;
        var refused = await admin.PostAsync($"/admin/applications/{member}/erasure", fields);

        Assert.Contains("期が終わっていない参加メンバーです", page.Text(".danger-zone"), StringComparison.Ordinal);
        Assert.Null(page.Html.QuerySelector("form[action$='/erasure']"));
        Assert.Equal((HttpStatusCode.Conflict, "まだ何も削除していません。先に済ませることがあります。"), (refused.Status, refused.Text(".stale p")));
        Assert.False((await site.ApplicationAsync(member)).IsErased);
    }

    [Fact]
    public async Task A_page_that_is_older_than_a_change_erases_nothing()
    {
        using var site = await Site.StartAsync();
        var number = await site.ApplicantAsync(moves: ApplicationStatus.Declined);
        var admin = await site.StaffAsync(Role.Administrator);
        var fields = (await admin.OpenAsync($"/admin/applications/{number}/erasure")).Fields("form[action$='/erasure']");
        await admin.FillAsync($"/admin/applications/{number}/erasure", $"/admin/applications/{number}/erasure/keeping", ("reason", "返金の問い合わせ中"));
        fields["typed"] = number;

        var page = await admin.PostAsync($"/admin/applications/{number}/erasure", fields);

        Assert.Equal((HttpStatusCode.Conflict, "まだ削除していません"), (page.Status, page.Text(".stale h2")));
        Assert.Contains("返金の問い合わせ中", page.Text(".erase__then"), StringComparison.Ordinal);
        Assert.False((await site.ApplicationAsync(number)).IsErased);
    }

    [Fact]
    public async Task While_a_mail_is_leaving_nothing_is_erased()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        await site.Visitor().ApplyAsync();
        var mail = Assert.Single(await site.MailsAsync());
        var number = mail.Application!.Number;
        await site.InDatabaseAsync(async db =>
        {
            (await db.Applications.SingleAsync()).MoveTo(ApplicationStatus.Declined, new Actor(null, "事務局"), DateTime.UnixEpoch);
            return await db.SaveChangesAsync();
        });
        await site.ClaimAsync(mail);
        var admin = await site.StaffAsync(Role.Administrator);
        var url = $"/admin/applications/{number}/erasure";

        var page = await admin.FillAsync(url, url, ("typed", number));

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.StartsWith("この方へのメールを、いま送っているところです。", page.Text(".stale p"), StringComparison.Ordinal);
        Assert.False((await site.ApplicationAsync(number)).IsErased);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task The_page_asks_the_database_as_often_for_much_as_for_little(int rows)
    {
        var count = new QueryCount();
        using var site = await Site.StartAsync(services: count.Watch);
        var number = await site.ApplicantAsync(moves: ApplicationStatus.Declined);
        var admin = await site.StaffAsync(Role.Administrator);
        for (var i = 0; i < rows; i++)
        {
            await admin.FillAsync($"/admin/applications/{number}", $"/admin/applications/{number}/notes", ("Text", $"メモ{i}"));
        }

        await admin.OpenAsync($"/admin/applications/{number}/erasure");
        count.StartAgain();
        var page = await admin.OpenAsync($"/admin/applications/{number}/erasure");

        Assert.Equal($"{rows}件", page.Definition("メモ、タグ、採点"));
        Assert.Equal(29, count.Statements);
    }
}
