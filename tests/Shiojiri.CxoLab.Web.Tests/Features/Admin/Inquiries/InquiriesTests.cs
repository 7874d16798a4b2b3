using System.Net;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Inquiries;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Inquiries;

public sealed class InquiriesTests
{
    internal const string List = "/admin/inquiries";

    [Fact]
    public async Task The_list_shows_the_open_ones_the_oldest_first_with_counts()
    {
        using var site = await Site.StartAsync();
        await AskedAsync(site, "はじめの質問");
        var closed = await AskedAsync(site, "済んだ質問", i => i.Change(InquiryStatus.Closed, null));
        await AskedAsync(site, "あとの質問");
        var staff = await site.StaffAsync(Role.Viewer);

        var page = await staff.OpenAsync(List);
        var done = await staff.OpenAsync($"{List}?state=closed");

        Assert.Equal(["はじめの質問", "あとの質問"], page.Texts(".alist .mlist__subject small"));
        Assert.Equal(["未対応 2", "返事済み 0", "済み 1"], page.Texts(".fchips li"));
        Assert.Equal(["2件 未対応"], page.Texts($".adm-nav a[href='{List}'] .n"));
        Assert.Equal($"{List}/{closed}", done.Html.QuerySelector(".alist a")!.GetAttribute("href"));
        Assert.True(page.Answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Without_a_question_the_page_says_so()
    {
        using var site = await Site.StartAsync();

        var page = await (await site.StaffAsync(Role.Viewer)).OpenAsync(List);

        Assert.Equal("未対応の問い合わせはありません", page.Text(".empty h2"));
        Assert.Empty(page.Texts($".adm-nav a[href='{List}'] .n"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task List_and_question_cost_the_same_for_one_and_for_three(int rows)
    {
        var count = new QueryCount();
        using var site = await Site.StartAsync(services: count.Watch);
        var number = await site.ApplicantAsync();
        var key = "";
        for (var i = 0; i < rows; i++)
        {
            key = await AskedAsync(site, $"質問 {i}", inquiry =>
            {
                for (var n = 0; n < rows; n++)
                {
                    inquiry.Answer($"返事 {n}", Guid.NewGuid(), closes: false, new(null, "事務局"), DateTime.UnixEpoch);
                }

                inquiry.Change(InquiryStatus.Open, null);
            }, number);
        }

        var staff = await site.StaffAsync(Role.Reviewer);
        await staff.OpenAsync(List);
        await staff.OpenAsync($"{List}/{key}");
        count.StartAgain();
        var list = await staff.OpenAsync(List);
        var forList = count.Statements;
        count.StartAgain();
        var shown = await staff.OpenAsync($"{List}/{key}");

        Assert.Equal((rows, rows), (list.Texts(".alist tbody tr").Length, shown.Texts(".two__col:not(.two__side) .mailpaper").Length - 1));
        Assert.Equal((5, 7), (forList, count.Statements));
    }

    [Fact]
    public async Task Whoever_may_read_sees_and_only_who_may_send_answers()
    {
        using var site = await Site.StartAsync();
        var key = await AskedAsync(site, "質問です。");
        foreach (var (role, answers, cares) in new[] { (Role.Viewer, false, false), (Role.Treasurer, false, true), (Role.Reviewer, true, true), (Role.Administrator, true, true) })
        {
            var page = await (await site.StaffAsync(role)).OpenAsync($"{List}/{key}");

            Assert.Equal((HttpStatusCode.OK, "質問です。"), (page.Status, page.Text(".mailpaper__text")));
            Assert.Equal((role, answers, cares), (role, page.Html.QuerySelector("#answer") is not null, page.Html.QuerySelector($"form[action='{List}/{key}/care']") is not null));
        }
    }

    [Theory]
    [InlineData("yuki@example.jp", false)]
    [InlineData("somebody@example.jp", true)]
    public async Task A_number_leads_to_its_application_with_a_word_when_the_address_is_another(string address, bool warns)
    {
        using var site = await Site.StartAsync();
        var number = await site.ApplicantAsync("塩尻 太郎", address);
        var key = await AskedAsync(site, "質問です。", number: number);

        var page = await (await site.StaffAsync(Role.Viewer)).OpenAsync($"{List}/{key}");

        Assert.Equal("塩尻 太郎", page.Text($"main a[href='/admin/applications/{number}']"));
        Assert.Equal(warns, page.Html.QuerySelector("main .note--warn") is not null);
    }

    [Fact]
    public async Task Who_may_see_one_cohort_sees_its_questions_and_those_of_nobody_and_no_others()
    {
        using var site = await Site.StartAsync();
        var otherId = await OtherCohort.AddAsync(site);
        var number = await site.ApplicantAsync();
        var (linked, free) = (await AskedAsync(site, "第三期の質問", number: number), await AskedAsync(site, "申し込む前の質問"));
        var third = await site.InDatabaseAsync(db => db.Cohorts.Where(c => c.Ordinal == 3).Select(c => c.Id).SingleAsync());
        var other = await site.StaffAsync(Role.Reviewer, "別の期", otherId, followsRedirects: false);
        var own = await site.StaffAsync(Role.Reviewer, "この期", third);
        var token = (await other.OpenAsync($"{List}/{free}")).Fields("#answer");
        token["Text"] = "お返事です。";

        var list = await other.OpenAsync(List);
        var hidden = await other.OpenAsync($"{List}/{linked}");
        var answered = await other.PostAsync($"{List}/{linked}/answers", token);
        var cared = await other.PostAsync($"{List}/{linked}/care", token.Append(new("Status", "closed")));

        Assert.Equal(["申し込む前の質問"], list.Texts(".alist .mlist__subject small"));
        Assert.Equal(["1件 未対応"], list.Texts($".adm-nav a[href='{List}'] .n"));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound), (hidden.Status, answered.Status, cared.Status));
        Assert.Equal(["第三期の質問", "申し込む前の質問"], (await own.OpenAsync(List)).Texts(".alist .mlist__subject small"));
    }

    [Fact]
    public async Task What_a_stranger_typed_is_inert()
    {
        using var site = await Site.StartAsync();
        var key = await AskedAsync(site, "<script>alert(1)</script> https://evil.example");

        var page = await (await site.StaffAsync(Role.Viewer)).OpenAsync($"{List}/{key}");

        Assert.Equal("<script>alert(1)</script> https://evil.example", page.Text(".mailpaper__text"));
        Assert.Empty(page.Html.QuerySelectorAll("main script, main a[href*='evil']"));
    }

    // As if it had come by the form, a minute after the one before.
    internal static Task<string> AskedAsync(Site site, string text, Action<Inquiry>? then = null, string? number = null) => site.InDatabaseAsync(async db =>
    {
        var id = await db.Applications.Where(a => a.Number == number).Select(a => (int?)a.Id).SingleOrDefaultAsync();
        var at = DateTime.UnixEpoch.AddYears(52).AddMinutes(await db.Inquiries.CountAsync());
        var inquiry = new Inquiry(new InquiryDraft(RandomToken.Draw(), null, "例文 ゆき", "yuki@example.jp", number, text), id, at);
        then?.Invoke(inquiry);
        db.Add(inquiry);
        await db.SaveChangesAsync();
        return inquiry.Key;
    });
}
