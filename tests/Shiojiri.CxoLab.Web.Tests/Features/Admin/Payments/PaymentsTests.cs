using System.Net;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Payments;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Payments;

public sealed class PaymentsTests
{
    [Fact]
    public async Task A_payment_completes_the_fee_and_thanks_in_the_same_save_and_sending_twice_pays_once()
    {
        using var site = await Site.StartAsync();
        var number = await site.ApplicantAsync();
        var treasurer = await site.StaffAsync(Role.Treasurer, "会計 次郎");
        var fields = await FormAsync(treasurer, number, "payments", ("Amount", "２０，０００円"), ("On", "2022/6/9"), ("Remark", "名義の番号なし"));

        var page = await treasurer.PostAsync($"/admin/applications/{number}/payments", fields);
        await treasurer.PostAsync($"/admin/applications/{number}/payments", fields);

        Assert.Equal("入金を記録しました。参加の確定をメールでお知らせします", page.Text(".saved"));
        Assert.Equal("完納", page.Text(".adm-top .chip"));
        var application = await site.ApplicationAsync(number);
        var line = application.Ledger.Single(e => e.Kind == LedgerEntryKind.Payment);
        Assert.Equal(
            (new Yen(20_000), new DateOnly(2022, 6, 9), PaymentWay.BankTransfer, "名義の番号なし", "会計 次郎"), (line.Amount, line.OccurredOn, line.Way, line.Remark, line.EnteredBy));
        var mail = await site.InDatabaseAsync(db => db.OutgoingMails.SingleAsync(m => m.Kind == MailKind.Acceptance));
        Assert.Equal(ApplicationStatus.Accepted, application.Status);
        Assert.Contains("20,000円のご入金を確認しています", mail.Text, StringComparison.Ordinal);
        Assert.Equal(1, await site.InDatabaseAsync(db => db.AuditEntries.CountAsync(e => e.Action == AuditAction.PaymentRecorded && e.Subject == number)));
    }

    [Theory]
    [InlineData("10000", "yes", "一部入金", 0)]
    [InlineData("20000", null, "完納", 0)]
    [InlineData("25000", "yes", "5,000円多く入金", 1)]
    public async Task Thanks_are_sent_when_the_fee_is_whole_and_asked_for(string amount, string? thanks, string chip, int mails)
    {
        using var site = await Site.StartAsync();
        var number = await site.ApplicantAsync(moves: ApplicationStatus.Accepted);
        var treasurer = await site.StaffAsync(Role.Treasurer);
        var fields = await FormAsync(treasurer, number, "payments", ("Amount", amount), ("On", "2022-06-10"));
        fields.Remove("Thanks");
        if (thanks is not null)
        {
            fields["Thanks"] = thanks;
        }

        var page = await treasurer.PostAsync($"/admin/applications/{number}/payments", fields);

        Assert.Equal(chip, page.Text(".adm-top .chip"));
        Assert.Equal(mails, await site.InDatabaseAsync(db => db.OutgoingMails.CountAsync(m => m.Kind == MailKind.PaymentThanks)));
    }

    [Theory]
    [InlineData("8000", "12000")]
    [InlineData("20000", "")]
    [InlineData("25000", "")]
    public async Task The_amount_that_is_open_stands_in_the_form_and_nothing_when_none_is(string paid, string proposed)
    {
        using var site = await Site.StartAsync();
        var number = await site.ApplicantAsync();
        var treasurer = await site.StaffAsync(Role.Treasurer);

        await treasurer.PostAsync($"/admin/applications/{number}/payments", await FormAsync(treasurer, number, "payments", ("Amount", paid), ("On", "2022-06-10")));

        Assert.Equal(proposed, (await FormAsync(treasurer, number, "payments"))["Amount"]);
    }

    [Theory]
    [InlineData("￥20,000", "2022年6月9日")]
    [InlineData("\u00a520,000円", "令和4年6月9日")]
    [InlineData("２０、０００", "R4.6.9")]
    [InlineData("000000020000", "6/9")]
    [InlineData("20000", "6月9日（木）")]
    public async Task Amount_and_day_are_read_however_they_are_written(string amount, string day)
    {
        using var site = await Site.StartAsync();
        var number = await site.ApplicantAsync();
        var treasurer = await site.StaffAsync(Role.Treasurer);

        await treasurer.PostAsync($"/admin/applications/{number}/payments", await FormAsync(treasurer, number, "payments", ("Amount", amount), ("On", day)));

        var line = (await site.ApplicationAsync(number)).Ledger.Single(e => e.Kind == LedgerEntryKind.Payment);
        Assert.Equal((new Yen(20_000), new DateOnly(2022, 6, 9)), (line.Amount, line.OccurredOn));
    }

    [Fact]
    public async Task A_mistake_is_taken_back_by_a_line_against_it_once()
    {
        using var site = await Site.StartAsync();
        var number = await site.ApplicantAsync();
        var treasurer = await site.StaffAsync(Role.Treasurer);
        var paid = await treasurer.PostAsync($"/admin/applications/{number}/payments", await FormAsync(treasurer, number, "payments", ("On", "2022-06-10")));
        var fields = paid.Fields($"form[action='/admin/applications/{number}/reversals']");
        fields["Remark"] = "別の方の入金";

        var reversed = await treasurer.PostAsync($"/admin/applications/{number}/reversals", fields);
        await treasurer.PostAsync($"/admin/applications/{number}/reversals", fields);

        Assert.Equal(("取り消しを記録しました", "お願い中"), (reversed.Text(".saved"), reversed.Text(".adm-top .chip")));
        Assert.Equal([-20_000, 20_000, -20_000], (await site.ApplicationAsync(number)).Ledger.OrderBy(e => e.Id).Select(e => e.Effect));
        Assert.Null(reversed.Html.QuerySelector($"form[action='/admin/applications/{number}/reversals']"));
        Assert.Equal(2, reversed.Html.QuerySelectorAll(".rt tbody tr").Length);
        Assert.EndsWith("別の方の入金", reversed.Text("tr.is-void td[data-l='内容']"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reason_that_is_too_long_takes_nothing_back()
    {
        using var site = await Site.StartAsync();
        var number = await site.ApplicantAsync();
        var treasurer = await site.StaffAsync(Role.Treasurer);
        var paid = await treasurer.PostAsync($"/admin/applications/{number}/payments", await FormAsync(treasurer, number, "payments", ("On", "2022-06-10")));
        var fields = paid.Fields($"form[action='/admin/applications/{number}/reversals']");
        fields["Remark"] = new string('長', 201);

        var page = await treasurer.PostAsync($"/admin/applications/{number}/reversals", fields);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "取り消す理由は200字以内で入力してください（現在 201字）"), (page.Status, page.Text(".errsum a[href='#entry']")));
        Assert.Equal(2, (await site.ApplicationAsync(number)).Ledger.Count);
    }

    [Fact]
    public async Task A_refund_gives_back_no_more_than_came_in()
    {
        using var site = await Site.StartAsync();
        var number = await site.ApplicantAsync();
        var treasurer = await site.StaffAsync(Role.Treasurer);
        await treasurer.PostAsync($"/admin/applications/{number}/payments", await FormAsync(treasurer, number, "payments", ("On", "2022-06-10")));

        var tooMuch = await treasurer.PostAsync($"/admin/applications/{number}/refunds", await FormAsync(treasurer, number, "refunds", ("Amount", "20001"), ("On", "2022-06-10")));
        var whole = await treasurer.PostAsync($"/admin/applications/{number}/refunds", await FormAsync(treasurer, number, "refunds", ("On", "2022-06-10"), ("Amount", "20000")));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "エラー 確認した入金（20,000円）より多くは返金できません"), (tooMuch.Status, tooMuch.Text("#amount-error")));
        Assert.Equal("まだお願いしていない", whole.Text(".adm-top .chip"));
    }

    [Theory]
    [InlineData("On", "", "on", "日付を 2022-06-17 のように入力してください")]
    [InlineData("On", "2022-06-11", "on", "まだ来ていない日付です。実際に入金や返金のあった日を入力してください")]
    [InlineData("On", "1922-06-10", "on", "日付が古すぎます。年をお確かめください")]
    [InlineData("Amount", "20,00", "amount", "金額を、20000 のように円の単位で入力してください")]
    [InlineData("On", "2022-06-31", "on", "日付を 2022-06-17 のように入力してください")]
    [InlineData("Amount", "二万", "amount", "金額を、20000 のように円の単位で入力してください")]
    [InlineData("Amount", "0", "amount", "金額は1円から1,000,000円までで入力してください")]
    [InlineData("Amount", "-20000", "amount", "金額を、20000 のように円の単位で入力してください")]
    public async Task A_fault_is_told_at_its_field(string field, string value, string id, string message)
    {
        using var site = await Site.StartAsync();
        var number = await site.ApplicantAsync();
        var treasurer = await site.StaffAsync(Role.Treasurer);

        var page = await treasurer.PostAsync($"/admin/applications/{number}/payments", await FormAsync(treasurer, number, "payments", ("On", "2022-06-10"), (field, value)));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, $"エラー {message}"), (page.Status, page.Text($"#{id}-error")));
        Assert.Equal(value, page.Html.QuerySelector($"#{id}")!.GetAttribute("value") ?? "");
    }

    [Theory]
    [InlineData(ApplicationStatus.Declined)]
    [InlineData(ApplicationStatus.Withdrawn)]
    public async Task Nobody_who_does_not_take_part_is_thanked_with_the_dates(ApplicationStatus decision)
    {
        using var site = await Site.StartAsync();
        var number = await site.ApplicantAsync(moves: [ApplicationStatus.UnderReview, decision]);
        var treasurer = await site.StaffAsync(Role.Treasurer);
        var fields = await FormAsync(treasurer, number, "payments", ("On", "2022-06-10"), ("Amount", "20000"), ("Thanks", "yes"));

        var page = await treasurer.PostAsync($"/admin/applications/{number}/payments", fields);

        Assert.Equal("入金を記録しました", page.Text(".saved"));
        Assert.Equal(0, await site.InDatabaseAsync(db => db.OutgoingMails.CountAsync(m => m.Kind == MailKind.PaymentThanks)));
    }

    [Fact]
    public async Task A_form_without_its_key_enters_nothing_and_says_so()
    {
        using var site = await Site.StartAsync();
        var number = await site.ApplicantAsync();
        var treasurer = await site.StaffAsync(Role.Treasurer);

        var page = await treasurer.PostAsync($"/admin/applications/{number}/payments", await FormAsync(treasurer, number, "payments", ("On", "2022-06-10"), ("Key", "x")));

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Single((await site.ApplicationAsync(number)).Ledger);
    }

    [Fact]
    public async Task A_stale_ledger_takes_nothing()
    {
        using var site = await Site.StartAsync();
        var number = await site.ApplicantAsync();
        var (one, other) = (await site.StaffAsync(Role.Treasurer, "会計 一"), await site.StaffAsync(Role.Administrator, "管理 二"));
        var fields = await FormAsync(one, number, "payments", ("On", "2022-06-10"));
        await other.PostAsync($"/admin/applications/{number}/payments", await FormAsync(other, number, "payments", ("On", "2022-06-10")));

        var stale = await one.PostAsync($"/admin/applications/{number}/payments", fields);

        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Equal(2, (await site.ApplicationAsync(number)).Ledger.Count);
    }

    [Fact]
    public async Task The_same_day_and_amount_again_is_asked_about_before_it_is_entered()
    {
        using var site = await Site.StartAsync();
        var number = await site.ApplicantAsync();
        var treasurer = await site.StaffAsync(Role.Treasurer);
        var url = $"/admin/applications/{number}/payments";
        await treasurer.PostAsync(url, await FormAsync(treasurer, number, "payments", ("On", "2022-06-10"), ("Amount", "5000")));

        var asked = await treasurer.PostAsync(url, await FormAsync(treasurer, number, "payments", ("On", "6/10"), ("Amount", "5000")));
        var fields = asked.Fields($"form[action='{url}']");
        var same = await treasurer.PostAsync(url, new Dictionary<string, string>(fields) { ["IsAnother"] = "no" });
        fields["IsAnother"] = "yes";
        var entered = await treasurer.PostAsync(url, fields);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.Status);
        Assert.Equal("6月10日(金)の5,000円は、すでに記録されています。別の入金ですか", asked.Text(".ask legend"));
        Assert.Empty(asked.Texts(".errsum, .error"));
        Assert.Equal(["いいえ、同じ入金です記録しません", "はい、別の入金ですもう1つの入金として記録します"], asked.Texts(".ask .choice"));
        Assert.Null(asked.Html.QuerySelector(".ask [checked]"));
        Assert.Equal("同じ入金として、記録しませんでした", same.Text(".saved"));
        Assert.Equal("入金を記録しました", entered.Text(".saved"));
        Assert.Equal(10_000, (await site.ApplicationAsync(number)).Balance.Received.Amount);
    }

    [Fact]
    public async Task A_payment_that_was_given_back_is_taken_back_only_after_its_refund()
    {
        using var site = await Site.StartAsync();
        var number = await site.ApplicantAsync();
        var treasurer = await site.StaffAsync(Role.Treasurer);
        var url = $"/admin/applications/{number}";
        await treasurer.PostAsync($"{url}/payments", await FormAsync(treasurer, number, "payments", ("On", "2022-06-10")));
        await treasurer.PostAsync($"{url}/refunds", await FormAsync(treasurer, number, "refunds", ("On", "2022-06-10"), ("Amount", "20000")));

        var refused = await treasurer.PostAsync($"{url}/reversals", (await treasurer.OpenAsync($"{url}/payments")).Fields($"tr:nth-child(2) form[action='{url}/reversals']"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("先に返金の記録を取り消してください", refused.Text(".errsum"), StringComparison.Ordinal);
        Assert.Equal(0, (await site.ApplicationAsync(number)).Balance.Received.Amount);
    }

    [Fact]
    public async Task The_due_day_is_moved_with_a_reason_that_stays_in_the_log()
    {
        using var site = await Site.StartAsync();
        var number = await site.ApplicantAsync();
        var treasurer = await site.StaffAsync(Role.Treasurer);
        var url = $"/admin/applications/{number}";
        var form = $"form[action='{url}/due-date']";
        var fields = (await treasurer.OpenAsync($"{url}/payments")).Fields(form);
        fields["due"] = "7/1";

        var refused = await treasurer.PostAsync($"{url}/due-date", fields);
        fields = refused.Fields(form);
        fields["reason"] = "お給料日のあとに";
        var moved = await treasurer.PostAsync($"{url}/due-date", fields);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "エラー 理由を入力してください", "7/1"), (refused.Status, refused.Text("#due-reason-error"), fields["due"]));
        Assert.Null(refused.Html.QuerySelector("#due-error"));
        Assert.Equal("お支払いの期限を移しました", moved.Text(".saved"));
        Assert.Equal(new DateOnly(2022, 7, 1), (await site.ApplicationAsync(number)).DueOn);
        Assert.Contains("お給料日のあとに", (await (await site.StaffAsync(Role.Administrator)).OpenAsync("/admin/audit")).Body, StringComparison.Ordinal);
    }

    private static async Task<Dictionary<string, string>> FormAsync(HttpClient staff, string number, string what, params (string Field, string Value)[] changes)
    {
        var fields = (await staff.OpenAsync($"/admin/applications/{number}/payments")).Fields($"form[action='/admin/applications/{number}/{what}']");
        foreach (var (field, value) in changes)
        {
            fields[field] = value;
        }

        return fields;
    }
}
