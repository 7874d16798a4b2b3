using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Features.Admin.Payments;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Payments;

/// <summary>Who gets money back, to which account, and who may see it.</summary>
public sealed class RefundsTests
{
    [Fact]
    public async Task The_list_shows_who_waits_longest_first_and_the_way_to_record_only_with_an_account()
    {
        using var site = await Site.StartAsync();
        var treasurer = await site.StaffAsync(Role.Treasurer);
        var declined = await PaidAsync(site, treasurer, "見送り 花子", "20000", ApplicationStatus.Declined);
        site.Clock.SetUtcNow(new DateTimeOffset(2022, 6, 13, 9, 0, 0, JapanTime.Offset));
        treasurer = await site.StaffAsync(Role.Treasurer);
        await PaidAsync(site, treasurer, "多払 次郎", "25000");
        await site.ApplicantAsync("未払 三郎");
        var before = await treasurer.OpenAsync("/admin/payments/refunds");

        await SaveAccountAsync(treasurer, declined);
        var page = await treasurer.OpenAsync("/admin/payments/refunds");

        Assert.Equal(["口座を入力（見送り 花子）", "口座を入力（多払 次郎）"], before.Texts(".rt__act"));
        Assert.Equal(["返金を記録（見送り 花子）", "口座を入力（多払 次郎）"], page.Texts(".rt__act"));
        Assert.Equal(["2名", "25,000円", "1名"], page.Texts(".figs dd"));
        Assert.Equal(["見送り", "払いすぎ"], page.Texts("td[data-l='わけ']"));
        Assert.Equal(["20,000円", "5,000円"], page.Texts("td[data-l='金額']"));
        Assert.Equal(["6月10日(金)3日前", "6月13日(月)きょう"], page.Texts("td[data-l='いつから']"));
        Assert.Equal(["届きました 塩尻銀行 普通 ••••567", "待っています"], page.Texts("td[data-l='口座']"));
        Assert.Equal("2", page.Text(".subnav [aria-current] small"));
        Assert.Equal("2人", (await treasurer.OpenAsync("/admin")).Text(".todos a[href='/admin/payments/refunds'] .todos__n"));
    }

    [Fact]
    public async Task The_account_is_stored_closed_shown_whole_to_whoever_keeps_the_money_and_never_in_the_log()
    {
        using var site = await Site.StartAsync();
        var treasurer = await site.StaffAsync(Role.Treasurer);
        var number = await PaidAsync(site, treasurer, "見送り 花子", "20000", ApplicationStatus.Declined);
        var url = $"/admin/applications/{number}/payments";

        var saved = await SaveAccountAsync(treasurer, number, ("AccountNumber", "１２３４-５６７"), ("Holder", "しおじり　はなこ"));
        var reviewer = await (await site.StaffAsync(Role.Reviewer)).OpenAsync(url);
        var viewer = await (await site.StaffAsync(Role.Viewer)).OpenAsync("/admin/payments/refunds");

        Assert.Equal("お返し先の口座を保存しました", saved.Text(".saved"));
        Assert.Equal("塩尻銀行（0143） 本店（001） 普通 1234567 シオジリ ハナコ", saved.Text(".account").Replace("普通", " 普通 ", StringComparison.Ordinal).Replace("1234567", "1234567 ", StringComparison.Ordinal).Replace("  ", " ", StringComparison.Ordinal));
        Assert.Equal("塩尻銀行 普通 ••••567", reviewer.Text(".account"));
        Assert.DoesNotContain("1234567", reviewer.Body + viewer.Body, StringComparison.Ordinal);
        var stored = await site.InDatabaseAsync(db => db.RefundAccounts.AsNoTracking().SingleAsync());
        Assert.DoesNotContain("1234567", stored.Closed, StringComparison.Ordinal);
        Assert.DoesNotContain("ハナコ", stored.Closed, StringComparison.Ordinal);
        var line = await site.InDatabaseAsync(db => db.AuditEntries.AsNoTracking().SingleAsync(e => e.Action == AuditAction.RefundAccountEntered));
        Assert.Equal((number, null, null), (line.Subject, line.Before, line.After));
    }

    [Theory]
    [InlineData("Bank", "", "bank", "金融機関名を入力してください")]
    [InlineData("BankCode", "12", "bankcode", "金融機関コードは4桁の数字です。わからないときは空のままにしてください")]
    [InlineData("Branch", "", "branch", "支店名を入力してください")]
    [InlineData("BranchCode", "1", "branchcode", "支店コードを3桁の数字で入力してください（例 001）")]
    [InlineData("AccountKind", "", "accountkind", "預金の種類を選んでください")]
    [InlineData("AccountNumber", "123456", "accountnumber", "口座番号を7桁の数字で入力してください。7桁に足りないときは、左に0を付けます（例 0123456）")]
    [InlineData("Holder", "", "holder", "口座名義を入力してください")]
    [InlineData("Holder", "塩尻花子", "holder", "口座名義は、通帳のとおりにカタカナで入力してください（60字まで）")]
    public async Task A_fault_in_the_account_is_told_at_its_field(string field, string value, string id, string message)
    {
        using var site = await Site.StartAsync();
        var treasurer = await site.StaffAsync(Role.Treasurer);
        var number = await PaidAsync(site, treasurer, "見送り 花子", "20000", ApplicationStatus.Declined);

        var page = await SaveAccountAsync(treasurer, number, (field, value));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, $"エラー {message}", message), (page.Status, page.Text($"#{id}-error"), page.Text($".errsum a[href='#{id}']")));
        Assert.Equal(0, await site.InDatabaseAsync(db => db.RefundAccounts.CountAsync()));
    }

    [Fact]
    public async Task An_account_that_somebody_else_has_corrected_is_not_overwritten()
    {
        using var site = await Site.StartAsync();
        var treasurer = await site.StaffAsync(Role.Treasurer);
        var number = await PaidAsync(site, treasurer, "見送り 花子", "20000", ApplicationStatus.Declined);
        var old = (await treasurer.OpenAsync($"/admin/applications/{number}/payments")).Fields($"form[action='/admin/applications/{number}/refund-account']");
        await SaveAccountAsync(treasurer, number);

        var stale = await treasurer.PostAsync($"/admin/applications/{number}/refund-account", Filled(old, ("AccountNumber", "7654321")));

        Assert.Equal((HttpStatusCode.Conflict, "7654321"), (stale.Status, stale.Html.QuerySelector("#accountnumber")!.GetAttribute("value")));
        Assert.Contains("1234567", stale.Text(".account"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_is_forgotten_ninety_days_after_the_refund_and_no_sooner()
    {
        using var site = await Site.StartAsync();
        var treasurer = await site.StaffAsync(Role.Treasurer);
        var waiting = await PaidAsync(site, treasurer, "返金 待子", "20000", ApplicationStatus.Declined);
        var done = await PaidAsync(site, treasurer, "返金 済男", "20000", ApplicationStatus.Declined);
        await SaveAccountAsync(treasurer, waiting);
        await SaveAccountAsync(treasurer, done);
        await treasurer.FillAsync($"/admin/applications/{done}/payments", $"/admin/applications/{done}/refunds", ("Amount", "20000"));

        site.Clock.SetUtcNow(new DateTimeOffset(2022, 9, 8, 8, 59, 0, JapanTime.Offset));
        var early = await NightAsync(site);
        site.Clock.SetUtcNow(new DateTimeOffset(2022, 9, 8, 9, 1, 0, JapanTime.Offset));
        var night = await NightAsync(site);

        Assert.Equal(("0 accounts", "1 accounts"), (early, night));
        Assert.Equal(
            waiting, await site.InDatabaseAsync(db => db.RefundAccounts.Join(db.Applications, r => r.ApplicationId, a => a.Id, (_, a) => a.Number).SingleAsync()));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task The_list_asks_the_database_as_often_for_three_people_as_for_one(int people)
    {
        var count = new QueryCount();
        using var site = await Site.StartAsync(services: count.Watch);
        var treasurer = await site.StaffAsync(Role.Treasurer);
        for (var i = 0; i < people; i++)
        {
            await PaidAsync(site, treasurer, $"見送り {i}号", "20000", ApplicationStatus.Declined);
        }

        await treasurer.OpenAsync("/admin/payments/refunds");
        count.StartAgain();
        var page = await treasurer.OpenAsync("/admin/payments/refunds");

        Assert.Equal(people, page.Html.QuerySelectorAll(".rt tbody tr").Length);
        Assert.Equal(10, count.Statements);
    }

    private static async Task<string> NightAsync(Site site)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await ActivatorUtilities.CreateInstance<OldRefundAccountsJob>(scope.ServiceProvider).RunAsync(CancellationToken.None);
    }

    private static async Task<string> PaidAsync(Site site, HttpClient treasurer, string name, string amount, ApplicationStatus? then = null)
    {
        var number = await site.ApplicantAsync(name);
        var url = $"/admin/applications/{number}/payments";
        await treasurer.FillAsync(url, url, ("Amount", amount));
        if (then is { } status)
        {
            await site.InDatabaseAsync(async db =>
            {
                var application = await db.Applications.SingleAsync(a => a.Number == number);
                application.MoveTo(status, new Actor(null, "事務局"), site.Clock.GetUtcNow().UtcDateTime);
                return await db.SaveChangesAsync();
            });
        }

        return number;
    }

    private static async Task<Page> SaveAccountAsync(HttpClient treasurer, string number, params (string Field, string Value)[] changes)
    {
        var action = $"/admin/applications/{number}/refund-account";
        var fields = (await treasurer.OpenAsync($"/admin/applications/{number}/payments")).Fields($"form[action='{action}']");
        return await treasurer.PostAsync(action, Filled(fields, changes));
    }

    private static Dictionary<string, string> Filled(Dictionary<string, string> fields, params (string Field, string Value)[] changes)
    {
        (fields["Bank"], fields["BankCode"], fields["Branch"], fields["BranchCode"]) = ("塩尻銀行", "0143", "本店", "001");
        (fields["AccountKind"], fields["AccountNumber"], fields["Holder"]) = ("Ordinary", "1234567", "シオジリ ハナコ");
        foreach (var (field, value) in changes)
        {
            fields[field] = value;
        }

        return fields;
    }
}
