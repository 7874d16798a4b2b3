using System.Net;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Apply;

/// <summary>Each field: what it says when it can't be taken, and what it takes.</summary>
public sealed class ApplyFormTests : IClassFixture<SharedSite>
{
    private readonly SharedSite _shared;

    public ApplyFormTests(SharedSite shared) => _shared = shared;

    public static TheoryData<string, string, string, string> Faults => new()
    {
        { "Name", "", "name", "氏名を入力してください" },
        { "Name", "　 ", "name", "氏名を入力してください" },
        { "Name", "\u2060\u200b\u3164", "name", "氏名を入力してください" },
        { "Name", new string('塩', 61), "name", "氏名は60字以内で入力してください（現在 61字）" },
        { "Name", "塩尻\r\nBcc: x@example.com", "name", "氏名は1行で入力してください。改行や特殊な記号が混ざっています" },
        { "Name", "塩尻\u0001太郎", "name", "氏名は1行で入力してください。改行や特殊な記号が混ざっています" },
        { "Name", "塩尻\ufffe太郎", "name", "氏名に表示できない文字が混ざっています。貼り付けた場合は、入力し直してください" },
        { "Name", "塩尻\u202e太郎", "name", "氏名に表示できない文字が混ざっています。貼り付けた場合は、入力し直してください" },
        { "Name", "e" + new string('\u0301', 2000), "name", "氏名に記号が重なりすぎています。記号を減らしてください" },
        { "Kana", "", "kana", "フリガナを入力してください" },
        { "Kana", "塩尻 タロウ", "kana", "フリガナに漢字が含まれています。カタカナかひらがなで入力してください" },
        { "Kana", "Shiojiri", "kana", "フリガナはカタカナかひらがなで入力してください" },
        { "Kana", new string('ア', 61), "kana", "フリガナは60字以内で入力してください（現在 61字）" },
        { "Email", "", "email", "メールアドレスを入力してください" },
        { "Email", "taro.example.jp", "email", "メールアドレスに「@」がありません" },
        { "Email", "a@example.jp,b@example.jp", "email", "メールアドレスは1つだけ入力してください" },
        { "Email", "太郎@example.jp", "email", "メールアドレスは英数字と記号で入力してください" },
        { "Email", ".taro@example.jp", "email", "メールアドレスの「@」より前をもう一度お確かめください" },
        { "Email", "taro@example", "email", "メールアドレスの「@」より後をもう一度お確かめください（例 name@example.jp）" },
        { "Phone", "1234", "phone", "電話番号は市外局番から、海外の番号は「+」から入力してください" },
        { "Residence", "", "residence", "お住まいの都道府県を選んでください" },
        { "Residence", "東京", "residence", "お住まいの都道府県を選んでください" },
        { "Residence", "海外", "country", "海外にお住まいの方は、国の名前を入力してください" },
        { "Occupation", new string('あ', 61), "occupation", "職業は60字以内で入力してください（現在 61字）" },
        { "Attendance[specification-training]", "", "attendance-specification-training", "「仕様書」作成研修に参加できるかを選んでください" },
        { "Attendance[field-work]", "maybe", "attendance-field-work", "現地フィールドワークに参加できるかを選んでください" },
        { "Interests", "にせの分野", "interests", "関心のある分野を、一覧の中から選び直してください" },
        { "Motivation", "", "motivation", "応募の動機を入力してください" },
        { "Motivation", new string('動', 801), "motivation", "応募の動機は800字以内で入力してください（現在 801字）" },
        { "Motivation", string.Concat(Enumerable.Repeat("👨‍👩‍👧‍👦", 801)), "motivation", "応募の動機は800字以内で入力してください（現在 801字）" },
        { "Skills", new string('技', 401), "skills", "活かしたい経験やスキルは400字以内で入力してください（現在 401字）" },
        { "Skills", "\u115f\u115f", "skills", "活かしたい経験やスキルに目に見える文字がありません。入力し直すか、空にしてください" },
        { "Relation", new string('関', 401), "relation", "地域との関わりは400字以内で入力してください（現在 401字）" },
        { "HeardFrom", "nowhere", "heardfrom", "募集を知ったきっかけを、一覧の中から選び直してください" },
        { "Consent", "", "consent", "個人情報の取り扱いと参加の条件を確認し、同意する場合はチェックを入れてください" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_fault_is_named_at_its_field_and_nothing_typed_is_lost(string field, string value, string id, string message)
    {
        var page = await _shared.Visitor.CheckAsync(("Occupation", "家具職人"), (field, value));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.StartsWith("エラー：", page.Title, StringComparison.Ordinal);
        Assert.Equal([message], page.Texts(".errsum a"));
        Assert.Equal($"#{id}", page.Html.QuerySelector(".errsum a")!.GetAttribute("href"));
        Assert.Equal($"エラー {message}", page.Text($"#{id}-error"));
        var control = page.Html.GetElementById(id)!;
        Assert.Equal("true", control.GetAttribute("aria-invalid"));
        Assert.Contains($"{id}-error", control.GetAttribute("aria-describedby"), StringComparison.Ordinal);
        Assert.Equal(field == "Name" ? "シオジリ タロウ" : "塩尻 太郎", page.Fields(Journey.ApplyForm)[field == "Name" ? "Kana" : "Name"]);
    }

    [Fact]
    public async Task What_was_typed_stands_in_the_form_again_letter_by_letter()
    {
        var typed = new (string, string)[]
        {
            ("Name", " ⼭⽥ <b>髙</b> "), ("Kana", "やまだ漢字"), ("Email", "ｔａｒｏ＠example"), ("Phone", "０９０"), ("Residence", "長野県"),
            ("Country", "日本"), ("Occupation", "\"職人\""), ("Attendance[field-work]", "no"), ("Interests", "観光"),
            ("Motivation", "\n一行目\n\n\"二\"<行>目&amp;"), ("Skills", "木工"), ("Relation", "なし"), ("HeardFrom", "article"),
        };

        var page = await _shared.Visitor.CheckAsync(typed);

        var fields = page.Fields(Journey.ApplyForm);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(typed, typed.Select(t => (t.Item1, fields[t.Item1])));
    }

    [Fact]
    public async Task An_empty_form_names_every_required_field_in_the_order_of_the_page()
    {
        var visitor = _shared.Visitor;
        var form = await visitor.OpenAsync("/apply");

        var page = await visitor.PostAsync("/apply/confirm", form.Fields(Journey.ApplyForm));

        Assert.Equal("入力内容を8か所ご確認ください", page.Text(".errsum h2"));
        Assert.Equal(
            ["#name", "#kana", "#email", "#residence", "#attendance-specification-training", "#attendance-field-work", "#motivation", "#consent"],
            page.Html.QuerySelectorAll(".errsum a").Select(a => a.GetAttribute("href")));
    }

    [Theory]
    [InlineData("Name", "髙橋 﨑子", "氏名", "髙橋 﨑子")]
    [InlineData("Name", "𠮷田", "氏名", "𠮷田")]
    [InlineData("Name", "\ufa19谷", "氏名", "\ufa19谷")]
    [InlineData("Name", "⼈⽉⻑", "氏名", "人月長")]
    [InlineData("Name", "<script>alert(1)</script>", "氏名", "<script>alert(1)</script>")]
    [InlineData("Name", "{{7*7}} ${7*7} {0} %s", "氏名", "{{7*7}} ${7*7} {0} %s")]
    [InlineData("Kana", "やまだ はなこ", "フリガナ", "ヤマダ ハナコ")]
    [InlineData("Kana", "ﾔﾏﾀﾞ　ﾊﾅｺ", "フリガナ", "ヤマダ ハナコ")]
    [InlineData("Email", "ｈａｎａｋｏ＠ｅｘａｍｐｌｅ．ｊｐ", "メールアドレス", "hanako@example.jpこのアドレスにお支払いのご案内をお送りします。")]
    [InlineData("Phone", "(0263) 52-0280", "電話番号", "0263520280")]
    public async Task What_can_be_mended_is_taken(string field, string value, string term, string shown)
    {
        var check = await _shared.Visitor.CheckAsync((field, value));

        Assert.Equal(HttpStatusCode.OK, check.Status);
        Assert.Equal(shown, check.Definition(term));
    }

    [Theory]
    [InlineData("動")]
    [InlineData("𠮷")]
    [InlineData("👨‍👩‍👧‍👦")]
    [InlineData("葛\U000e0100")]
    public async Task Exactly_the_limit_is_taken(string character)
    {
        var check = await _shared.Visitor.CheckAsync(("Motivation", string.Concat(Enumerable.Repeat(character, 800))));

        Assert.Equal("入力内容の確認", check.Heading);
    }

    [Fact]
    public async Task Living_abroad_is_written_with_the_country()
    {
        var check = await _shared.Visitor.CheckAsync(("Residence", "海外"), ("Country", "フランス"));

        Assert.Equal("海外（フランス）", check.Definition("お住まい"));
    }

    [Fact]
    public async Task A_likely_slip_in_the_address_is_asked_about_gently()
    {
        var check = await _shared.Visitor.CheckAsync(("Email", "taro@gmail.co"));

        Assert.Contains("もしかして taro@gmail.com ではありませんか。", check.Definition("メールアドレス"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_check_page_is_the_legal_last_look_before_the_contract()
    {
        var check = await _shared.Visitor.CheckAsync();

        Assert.Equal(
            ("20,000円（税込）", "2022年6月17日(金)今日申し込んだ場合", "2022年7月20日(水)〜2023年1月31日(火)", "2022年7月30日(土) 23:59まで（日本時間）"),
            (check.Definition("参加費"), check.Definition("支払い期限"), check.Definition("提供の時期"), check.Definition("申込期間")));
        Assert.StartsWith("銀行振込。", check.Definition("支払い方法"), StringComparison.Ordinal);
        Assert.StartsWith("申し込んだ後に参加を辞退するときは、", check.Definition("辞退と返金"), StringComparison.Ordinal);
        Assert.Equal("この内容で申し込む", check.Text($"{Journey.SendForm} button"));
        Assert.Equal("未入力", check.Definition("電話番号"));
        Assert.True(check.Answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Correcting_leads_back_with_nothing_lost()
    {
        var visitor = _shared.Visitor;
        var check = await visitor.CheckAsync(("Skills", "木工\n漆"), ("Interests", "里山"), ("Phone", "090-1234-5678"));

        var form = await visitor.PostAsync("/apply/edit", check.Fields(Journey.EditForm));
        var again = await visitor.PostAsync("/apply/confirm", form.Fields(Journey.ApplyForm));

        Assert.Equal(HttpStatusCode.OK, form.Status);
        Assert.Equal(
            ("塩尻 太郎", "木工\n漆", "里山", "undecided", "yes"),
            (form.Fields(Journey.ApplyForm)["Name"], form.Fields(Journey.ApplyForm)["Skills"], form.Fields(Journey.ApplyForm)["Interests"],
                form.Fields(Journey.ApplyForm)["Attendance[field-work]"], form.Fields(Journey.ApplyForm)["Consent"]));
        Assert.Equal("入力内容の確認", again.Heading);
    }

    [Fact]
    public async Task Every_field_is_marked_and_labelled()
    {
        var form = await _shared.Visitor.OpenAsync("/apply");

        var controls = form.Html.QuerySelectorAll(".form .input, .form .select, .form .textarea");
        Assert.All(controls, control =>
        {
            var label = form.Text($"label[for='{control.Id}']");
            Assert.True(label.EndsWith("必須", StringComparison.Ordinal) || label.EndsWith("任意", StringComparison.Ordinal), label);
            Assert.False(control.HasAttribute("maxlength"));
            Assert.False(control.HasAttribute("placeholder"));
        });
        Assert.Equal(11, controls.Length);
    }
}
