using System.Net;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Applications;

public sealed class ApplicantTests
{
    private static string NoteForm(string number) => $"form[action^='/admin/applications/{number}/notes']";

    [Fact]
    public async Task Everything_that_was_answered_is_on_the_page_and_its_view_is_written_down()
    {
        using var site = await Site.StartAsync();
        await site.Visitor().ApplyAsync(("Name", "髙﨑 𠮷"), ("Email", "taka@example.jp"), ("Phone", "09012345678"), ("Skills", "木工\n漆"), ("Occupation", "会社員"));
        var number = await site.InDatabaseAsync(db => db.Applications.Select(a => a.Number).SingleAsync());
        var viewer = await site.StaffAsync(Role.Viewer);

        var page = await viewer.OpenAsync($"/admin/applications/{number}");

        Assert.Equal("髙﨑 𠮷 シオジリ タロウ", page.Heading);
        Assert.Equal(("taka@example.jp", "東京都", "会社員", "木工 漆"), (page.Definition("メール"), page.Definition("お住まい"), page.Definition("職業"), page.Definition("活かしたい経験")));
        Assert.Equal(["受付", "お願い中"], page.Texts(".adm-top .chip"));
        Assert.Contains(page.Texts(".log li"), line => line.StartsWith("申し込みを受付（ウェブ）", StringComparison.Ordinal));
        Assert.Contains(page.Texts(".maillog a"), subject => subject.StartsWith("【塩尻CxO Lab】お申し込みの受付とお支払い方法のご案内", StringComparison.Ordinal));
        Assert.Equal(1, await site.InDatabaseAsync(db => db.AccessEntries.CountAsync(e => e.Action == AuditAction.ApplicantViewed && e.Subject == number && e.ActorName == "事務局 Viewer")));
    }

    [Fact]
    public async Task A_reader_finds_nothing_to_change_there()
    {
        using var site = await Site.StartAsync();
        var number = await site.ApplicantAsync();
        var viewer = await site.StaffAsync(Role.Viewer);

        var page = await viewer.OpenAsync($"/admin/applications/{number}");

        Assert.Equal(["/admin/sign-out"], page.Html.QuerySelectorAll("form").Select(f => f.GetAttribute("action")));
    }

    [Fact]
    public async Task An_unknown_number_and_one_of_another_cohort_are_not_there()
    {
        using var site = await Site.StartAsync();
        var number = await site.ApplicantAsync();
        var stranger = await site.StaffAsync(Role.Reviewer, "別の期の人", await OtherCohort.AddAsync(site));

        foreach (var path in new[] { number, "0312345678", $"{number}/sheet", $"{number}/contact", $"{number}/payments", $"{number}/review" })
        {
            Assert.Equal((path, HttpStatusCode.NotFound), (path, (await stranger.OpenAsync($"/admin/applications/{path}")).Status));
        }
    }

    [Fact]
    public async Task A_note_sent_twice_is_one_note_with_its_line_in_the_log()
    {
        using var site = await Site.StartAsync();
        var number = await site.ApplicantAsync();
        var treasurer = await site.StaffAsync(Role.Treasurer, "会計 次郎");
        var fields = (await treasurer.OpenAsync($"/admin/applications/{number}")).Fields(NoteForm(number));
        fields["Text"] = "電話で<b>確認</b>済み";

        await treasurer.PostAsync($"/admin/applications/{number}/notes", fields);
        var page = await treasurer.PostAsync($"/admin/applications/{number}/notes", fields);

        Assert.Equal(["電話で<b>確認</b>済み"], page.Texts(".memo p"));
        Assert.Equal(1, await site.InDatabaseAsync(db => db.AuditEntries.CountAsync(e => e.Action == AuditAction.NoteAdded && e.After == "{\"Note\":\"電話で\\u003Cb\\u003E確認\\u003C/b\\u003E済み\"}")));
    }

    [Fact]
    public async Task A_note_keeps_its_lines_as_browsers_send_them()
    {
        using var site = await Site.StartAsync();
        var number = await site.ApplicantAsync();
        var reviewer = await site.StaffAsync(Role.Reviewer);
        var fields = (await reviewer.OpenAsync($"/admin/applications/{number}")).Fields(NoteForm(number));
        fields["Text"] = "電話で確認済み\r\n現地日程は後日";

        var page = await reviewer.PostAsync($"/admin/applications/{number}/notes", fields);

        Assert.Equal(["電話で確認済み", "現地日程は後日"], page.Texts(".memo p"));
    }

    [Theory]
    [InlineData("", "メモを入力してください")]
    [InlineData("あ\u202eい", "メモに表示できない文字が混ざっています。貼り付けた場合は、入力し直してください")]
    public async Task A_note_with_a_fault_comes_back_with_a_word_at_the_field(string text, string message)
    {
        using var site = await Site.StartAsync();
        var number = await site.ApplicantAsync();
        var reviewer = await site.StaffAsync(Role.Reviewer);
        var fields = (await reviewer.OpenAsync($"/admin/applications/{number}")).Fields(NoteForm(number));
        fields["Text"] = text;

        var page = await reviewer.PostAsync($"/admin/applications/{number}/notes", fields);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, $"エラー {message}"), (page.Status, page.Text("#text-error")));
        Assert.Equal(text, page.Fields(NoteForm(number))["Text"]);
    }

    [Fact]
    public async Task Tags_are_put_on_once_and_taken_off()
    {
        using var site = await Site.StartAsync();
        var number = await site.ApplicantAsync();
        var reviewer = await site.StaffAsync(Role.Reviewer);
        var form = $"form[action='/admin/applications/{number}/tags']";
        var fields = (await reviewer.OpenAsync($"/admin/applications/{number}")).Fields(form);
        fields["name"] = " 漆器 ";

        await reviewer.PostAsync($"/admin/applications/{number}/tags", fields);
        var tagged = await reviewer.PostAsync($"/admin/applications/{number}/tags", fields);
        var bare = await reviewer.PostAsync($"/admin/applications/{number}/tags/removal", tagged.Fields($"form[action='/admin/applications/{number}/tags/removal']"));

        Assert.Equal(["漆器"], tagged.Texts("section[aria-labelledby='care-h'] .tag"));
        Assert.Empty(bare.Texts("section[aria-labelledby='care-h'] .tag"));
        Assert.Equal(2, await site.InDatabaseAsync(db => db.AuditEntries.CountAsync(e => e.Action == AuditAction.TagAdded || e.Action == AuditAction.TagRemoved)));
    }

    [Fact]
    public async Task Somebody_is_put_in_charge_and_a_stale_page_shows_what_changed()
    {
        using var site = await Site.StartAsync();
        var number = await site.ApplicantAsync();
        var reviewer = await site.StaffAsync(Role.Reviewer, "審査 花子");
        var form = $"form[action='/admin/applications/{number}/assignee']";
        var fields = (await reviewer.OpenAsync($"/admin/applications/{number}")).Fields(form);
        fields["accountId"] = await site.InDatabaseAsync(db => db.StaffAccounts.Select(a => a.Id.ToString()).SingleAsync());

        var assigned = await reviewer.PostAsync($"/admin/applications/{number}/assignee", fields);
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await site.InDatabaseAsync(async db =>
        {
            (await db.Applications.SingleAsync()).MoveTo(ApplicationStatus.UnderReview, new Actor(null, "管理 太郎"), site.Clock.GetUtcNow().UtcDateTime);
            return await db.SaveChangesAsync();
        });
        var stale = await reviewer.PostAsync($"/admin/applications/{number}/assignee", assigned.Fields(form));

        Assert.Equal("担当者を変えました", assigned.Text(".saved"));
        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Contains(stale.Texts(".stale li"), line => line == "6/10 09:01 受付 → 審査中（管理 太郎）");
    }

    [Fact]
    public async Task The_way_leads_from_one_to_the_next_within_the_list()
    {
        using var site = await Site.StartAsync();
        var numbers = await site.ApplicantsAsync(3);
        var viewer = await site.StaffAsync(Role.Viewer);

        var page = await viewer.OpenAsync($"/admin/applications/{numbers[1]}?status=Received&sort=Oldest");

        Assert.Equal(
            ($"/admin/applications/{numbers[0]}?status=Received&sort=Oldest", $"/admin/applications/{numbers[2]}?status=Received&sort=Oldest", "2 / 3"),
            (page.Html.QuerySelector("a[rel='prev']")!.GetAttribute("href"), page.Html.QuerySelector("a[rel='next']")!.GetAttribute("href"), page.Text(".prevnext .num")));
    }

    [Fact]
    public async Task The_blind_sheet_names_nobody()
    {
        using var site = await Site.StartAsync();
        var number = await site.ApplicantAsync("匿名 希望", "secret@example.jp");
        var reviewer = await site.StaffAsync(Role.Reviewer);

        var open = await reviewer.OpenAsync($"/admin/applications/{number}/sheet");
        var blind = await reviewer.OpenAsync($"/admin/applications/{number}/sheet?blind=true");

        string[] secrets = ["匿名", "シオジリ", "secret@", "東京都", "090"];
        Assert.All(secrets, secret => Assert.Contains(secret, open.Body, StringComparison.Ordinal));
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, blind.Body, StringComparison.Ordinal));
        Assert.Contains("塩尻の漆器に惹かれました。", blind.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Earlier_applications_of_the_same_address_are_shown()
    {
        using var site = await Site.StartAsync();
        var first = await site.ApplicantAsync("同じ 人", "same@example.jp", ApplicationStatus.Withdrawn);
        var second = await site.ApplicantAsync("同じ 人", "SAME@example.jp");
        var viewer = await site.StaffAsync(Role.Viewer);

        var page = await viewer.OpenAsync($"/admin/applications/{second}");

        Assert.Equal([$"第三期 {ApplicationNumber.Grouped(first)}"], page.Texts("section[aria-labelledby='earlier-h'] a"));
    }
}
