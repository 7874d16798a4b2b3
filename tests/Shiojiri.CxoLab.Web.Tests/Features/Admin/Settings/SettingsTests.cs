using System.Net;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Settings;

/// <summary>What staff keep of the site: contact, account, terms, seller, personal data.</summary>
public sealed class SettingsTests
{
    private const string Form = "form.form";

    private static readonly (string Field, string Value)[] Account =
        [("Bank", "松本平銀行"), ("Branch", "塩尻支店（店番 123）"), ("Kind", "普通"), ("Number", "１２３４５６７"), ("Holder", "トクヒ）ミホン")];

    [Fact]
    public async Task What_is_saved_stands_on_the_site_and_in_the_mails_at_once()
    {
        using var site = await Site.StartAsync();
        var staff = await site.StaffAsync(Role.Administrator);

        await SaveAsync(staff, "contact", ("Email", "madoguchi@example.jp"), ("Phone", "0263-52-0280"), ("Hours", "平日 9:00〜17:00"));
        await SaveAsync(staff, "seller", ("Seller", "見本の会"), ("Representative", "見本 太郎"), ("Address", "長野県塩尻市見本町1-1"));
        await SaveAsync(staff, "privacy", ("Officer", "見本の会 事務局長"), ("Retention", "期の終わりから3年間保管し、消去します。"), ("InquiryMonths", "６"));
        await SaveAsync(staff, "account", Account);
        await SaveAsync(staff, "fee", ("PaymentDays", "10"), ("Withdrawal", "開始の前日までは全額を返金します。"), ("TransferFee", "手数料は事務局が負担します。"));
        var visitor = site.Visitor();
        var (legal, privacy) = (await visitor.OpenAsync("/legal"), await visitor.OpenAsync("/privacy"));
        var complete = await visitor.ApplyAsync();

        Assert.Equal(
            ["見本の会", "見本 太郎", "長野県塩尻市見本町1-1", "0263-52-0280 平日 9:00〜17:00", "madoguchi@example.jp"],
            legal.Html.QuerySelectorAll(".deflist dd").Take(5).Select(e => e.TextContent.Trim()));
        Assert.Contains("開始の前日までは全額を返金します。", legal.Body, StringComparison.Ordinal);
        Assert.Contains("6か月の後に消します", privacy.Body, StringComparison.Ordinal);
        Assert.Contains("松本平銀行", complete.Body, StringComparison.Ordinal);
        Assert.Contains("1234567", complete.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("見本の口座です", complete.Body, StringComparison.Ordinal);
        Assert.Contains("2022年6月20日", complete.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cohort_may_have_its_own_account_and_give_it_up_again()
    {
        using var site = await Site.StartAsync();
        var staff = await site.StaffAsync(Role.Administrator);
        await SaveAsync(staff, "account", Account);
        await SaveAsync(staff, "account?cohort=3", ("Bank", "第三期だけの銀行"));
        var own = await site.Visitor().ApplyAsync(("Email", "one@example.jp"));

        var page = await staff.OpenAsync("/admin/settings/account?cohort=3");
        var given = await staff.PostAsync("/admin/settings/account/giving-up?cohort=3", page.Fields(".danger-zone form"));
        var sites = await site.Visitor().ApplyAsync(("Email", "two@example.jp"));

        Assert.Contains("第三期だけの銀行", own.Body, StringComparison.Ordinal);
        Assert.Equal("第三期の振込先を、サイトと同じに戻しました", given.Text(".saved"));
        Assert.Contains("松本平銀行", sites.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_applied_keeps_the_terms_that_were_shown()
    {
        using var site = await Site.StartAsync();
        var staff = await site.StaffAsync(Role.Administrator);
        await SaveAsync(staff, "fee", ("Withdrawal", "はじめの条件です。"));
        var visitor = site.Visitor();
        var early = await visitor.ApplyAsync(("Email", "early@example.jp"));
        var repeated = await site.Visitor().ApplyAsync(("Email", "early@example.jp"));
        await SaveAsync(staff, "fee", ("Withdrawal", "あとの条件です。"));

        var late = await site.Visitor().ApplyAsync(("Email", "late@example.jp"));
        var (earlyAgain, repeatedAgain) = (await visitor.OpenAsync(early.Answer.RequestMessage!.RequestUri!.AbsolutePath), await visitor.OpenAsync(repeated.Answer.RequestMessage!.RequestUri!.AbsolutePath));
        var number = await site.InDatabaseAsync(db => db.Applications.Where(a => a.Email == "early@example.jp").Select(a => a.Number).SingleAsync());
        var page = await staff.OpenAsync($"/admin/applications/{number}");

        Assert.All([earlyAgain, repeatedAgain], shown => Assert.Contains("はじめの条件です。", shown.Body, StringComparison.Ordinal));
        Assert.Contains("あとの条件です。", late.Body, StringComparison.Ordinal);
        Assert.Contains("はじめの条件です。", page.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("contact", "Email", "madoguchi@", "メールアドレスの形を確かめてください。例：info@example.jp")]
    [InlineData("contact", "Phone", "電話はありません", "電話番号を市外局番から入力してください。例：0263-00-0000")]
    [InlineData("fee", "PaymentDays", "0", "1から90までの整数で入力してください")]
    [InlineData("fee", "RefundDays", "半年", "1から180までの整数で入力してください")]
    [InlineData("account", "Number", "123", "口座番号を7桁の数字で入力してください。短いときは、前に0をつけます")]
    [InlineData("account", "Holder", "塩尻の会", "カタカナで入力してください。例：トクヒ）シオジリ")]
    [InlineData("seller", "Seller", "あ\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0309\u030a\u030b\u030c", "販売者に記号が重なりすぎています。記号を減らしてください")]
    public async Task A_fault_is_told_at_its_field_and_nothing_typed_is_lost(string section, string field, string typed, string message)
    {
        using var site = await Site.StartAsync();
        var staff = await site.StaffAsync(Role.Administrator);
        var fields = (await staff.OpenAsync($"/admin/settings/{section}")).Fields(Form);
        fields[$"Values[{field}]"] = typed;

        var page = await staff.PostAsync($"/admin/settings/{section}", fields);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(($"エラー {message}", typed), (page.Text($"#values-{field.ToLowerInvariant()}-error"), page.Fields(Form)[$"Values[{field}]"]));
    }

    [Fact]
    public async Task Half_an_account_is_none()
    {
        using var site = await Site.StartAsync();
        var staff = await site.StaffAsync(Role.Administrator);
        var fields = (await staff.OpenAsync("/admin/settings/account")).Fields(Form);
        fields["Values[Bank]"] = "松本平銀行";

        var page = await staff.PostAsync("/admin/settings/account", fields);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(4, page.Html.QuerySelectorAll(".field .error").Length);
    }

    [Fact]
    public async Task Of_two_people_the_second_sees_both_texts_and_loses_none()
    {
        using var site = await Site.StartAsync();
        var (first, second) = (await site.StaffAsync(Role.Administrator, "はじめ"), await site.StaffAsync(Role.Administrator, "つぎ"));
        var opened = await second.OpenAsync("/admin/settings/seller");
        await SaveAsync(first, "seller", ("Seller", "はじめの会"));

        var mine = opened.Fields(Form);
        mine["Values[Seller]"] = "つぎの会";
        var page = await second.PostAsync("/admin/settings/seller", mine);
        var again = await second.PostAsync("/admin/settings/seller", page.Fields(Form));

        Assert.Equal((HttpStatusCode.Conflict, "つぎの会"), (page.Status, page.Fields(Form)["Values[Seller]"]));
        Assert.Equal(("はじめの会", "つぎの会"), (page.Text(".diff del"), page.Text(".diff ins")));
        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Contains("つぎの会", (await site.Visitor().OpenAsync("/legal")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_recruitment_needs_is_marked_and_the_form_leads_back_to_the_cohort_it_is_for()
    {
        using var site = await Site.StartAsync();
        var staff = await site.StaffAsync(Role.Administrator);

        var contact = await staff.OpenAsync("/admin/settings/contact");
        var account = await staff.OpenAsync("/admin/settings/account?cohort=3");

        Assert.Equal(["必須", "必須", "任意"], contact.Texts(".label :is(.req, .opt)"));
        Assert.Equal("必須の項目がそろうまで、募集は始まりません。途中でも保存できます。", contact.Text(".adm-top p"));
        Assert.Equal("/admin/settings", contact.Html.QuerySelector(".prevnext a")!.GetAttribute("href"));
        Assert.Equal("/admin/cohorts/3", account.Html.QuerySelector(".prevnext a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task What_stood_before_can_be_read_and_put_back_and_the_log_says_who_did_it()
    {
        using var site = await Site.StartAsync();
        var staff = await site.StaffAsync(Role.Administrator, "見本 花子");
        await SaveAsync(staff, "seller", ("Seller", "前の会"), ("Address", "長野県塩尻市見本町1-1"));
        await SaveAsync(staff, "seller", ("Seller", "あとの会"));

        var history = await staff.OpenAsync("/admin/settings/seller/history");
        var restored = await staff.PostAsync("/admin/settings/seller/history/1/restoration", history.Fields("form[action*='/history/1/']"));

        Assert.Equal(("前の会", "あとの会"), (history.Text(".diff del"), history.Text(".diff ins")));
        Assert.Equal("特定商取引法にもとづく表示を、前の内容に戻しました", restored.Text(".saved"));
        Assert.Equal(3, restored.Html.QuerySelectorAll("section.panel").Length);
        Assert.Contains("前の会", (await site.Visitor().OpenAsync("/legal")).Body, StringComparison.Ordinal);
        Assert.Contains("設定「特定商取引法にもとづく表示」の販売者を変更", (await staff.OpenAsync("/admin/audit")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_names_what_recruitment_still_lacks()
    {
        using var site = await Site.StartAsync();
        var staff = await site.StaffAsync(Role.Administrator);
        await SaveAsync(staff, "seller", ("Seller", "見本の会"), ("Representative", "見本 太郎"), ("Address", "長野県塩尻市見本町1-1"));

        var page = await staff.OpenAsync("/admin/settings");

        Assert.Equal(
            ["受け取るメール", "電話番号", "銀行", "支店", "種類", "口座番号", "口座名義（カナ）", "振込手数料", "返金の条件", "管理する人", "申し込みの保管"],
            page.Html.QuerySelectorAll(".ready a").Select(e => e.TextContent.Trim()));
    }

    [Theory]
    [InlineData("/admin/settings/colours")]
    [InlineData("/admin/settings/contact?cohort=3")]
    [InlineData("/admin/settings/account?cohort=9")]
    [InlineData("/admin/settings/0")]
    public async Task Nothing_else_is_there(string path)
    {
        using var site = await Site.StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await (await site.StaffAsync(Role.Administrator)).OpenAsync(path)).Status);
    }

    private static async Task SaveAsync(HttpClient staff, string section, params (string Field, string Value)[] values)
    {
        var fields = (await staff.OpenAsync($"/admin/settings/{section}")).Fields(Form);
        foreach (var (field, value) in values)
        {
            fields[$"Values[{field}]"] = value;
        }

        var page = await staff.PostAsync($"/admin/settings/{section}", fields);
        Assert.Equal((HttpStatusCode.OK, ""), (page.Status, string.Join('、', page.Html.QuerySelectorAll(".error").Select(e => e.TextContent))));
    }
}
