using System.Net;
using Shiojiri.CxoLab.Questions;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Features.Shared.ApplicationForm;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Apply;

/// <summary>The cohort's own questions, from the form to what is stored.</summary>
public sealed class OwnQuestionsTests
{
    [Fact]
    public async Task Answers_of_every_kind_go_through_form_and_check_page_and_are_stored_as_they_were_asked()
    {
        using var site = await Site.StartAsync();
        var keys = await AllKindsAsync(site);

        var visitor = site.Visitor();

        var check = await visitor.CheckAsync(
            (Asking.Field(keys[0]), "　木工 "), (Asking.Field(keys[1]), "一\n二"), (Asking.Field(keys[2]), "両方"), (Asking.Field(keys[3], "平日"), "平日"),
            (Asking.Field(keys[3], "土日"), "土日"), (Asking.Field(keys[4]), "はい"), (Asking.Field(keys[5]), "７月３０日"), (Asking.Field(keys[6]), "１，２００"));
        var sent = await visitor.SendAsync(check);

        Assert.Equal(HttpStatusCode.OK, check.Status);
        Assert.Equal(
            ["木工", "一 二", "両方", "平日、土日", "はい", "2022年7月30日(土)", "1,200"],
            Wordings.Select(w => check.Definition(w)));
        Assert.Equal("お申し込みを受け付けました", sent.Heading);
        Assert.Equal(
            ["短い問い=木工", "長い問い=一\n二", "一つの問い=両方", "いくつもの問い=平日", "いくつもの問い=土日", "はいかいいえ=はい", "日の問い=2022-07-30", "数の問い=1200"],
            await site.AnswersAsync());
    }

    [Fact]
    public async Task A_fault_stands_at_its_question_and_nothing_typed_is_lost()
    {
        using var site = await Site.StartAsync();
        var keys = await AllKindsAsync(site, isRequired: true);
        var visitor = site.Visitor();

        var page = await visitor.CheckAsync(
            (Asking.Field(keys[0]), new string('木', 101)), (Asking.Field(keys[2]), "両方"), (Asking.Field(keys[3], "土日"), "土日"), (Asking.Field(keys[5]), "いつか"), (Asking.Field(keys[6]), "たくさん"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(
            [
                "「短い問い」の答えは100字以内で入力してください（現在 101字）", "「長い問い」に答えてください", "「はいかいいえ」の答えを選んでください",
                "「日の問い」には、日にちを 2022年7月30日 のように入力してください", "「数の問い」には、数字だけを入力してください",
            ],
            page.Texts(".errsum a"));
        Assert.All(page.Html.QuerySelectorAll(".errsum a"), a => Assert.NotNull(page.Html.GetElementById(a.GetAttribute("href")![1..])));
        var fields = page.Fields(Journey.ApplyForm);
        Assert.Equal(
            (new string('木', 101), "両方", "土日", "いつか", "たくさん"),
            (fields[Asking.Field(keys[0])], fields[Asking.Field(keys[2])], fields[Asking.Field(keys[3], "土日")], fields[Asking.Field(keys[5])], fields[Asking.Field(keys[6])]));
    }

    [Fact]
    public async Task A_conditional_question_says_whom_it_is_for_and_is_ignored_for_everybody_else()
    {
        using var site = await Site.StartAsync();
        var first = await site.AskAsync(QuestionKind.YesNo, "説明会に来ましたか");
        var second = await site.AskAsync(new QuestionContents(QuestionKind.ShortText, "どの説明会ですか") { IsRequired = true, Condition = new(first, ["はい"]) });
        var visitor = site.Visitor();

        var form = await visitor.OpenAsync("/apply");
        var refused = await visitor.CheckAsync((Asking.Field(first), "はい"));
        var ignored = await visitor.CheckAsync((Asking.Field(first), "いいえ"), (Asking.Field(second), "6月17日"));
        await visitor.SendAsync(ignored);

        Assert.Equal("「説明会に来ましたか」で「はい」を選んだ方だけお答えください。 100字以内。", form.Text($"#questions-{second.ToLowerInvariant()}-hint"));
        Assert.Equal(["「どの説明会ですか」に答えてください"], refused.Texts(".errsum a"));
        Assert.DoesNotContain("どの説明会ですか", ignored.Words, StringComparison.Ordinal);
        Assert.Equal(["説明会に来ましたか=いいえ"], await site.AnswersAsync());
    }

    [Fact]
    public async Task Going_back_to_mend_finds_every_answer_again()
    {
        using var site = await Site.StartAsync();
        var keys = await AllKindsAsync(site);
        var visitor = site.Visitor();
        var check = await visitor.CheckAsync(Filled(keys));

        var form = await visitor.PostAsync("/apply/edit", check.Fields(Journey.EditForm));

        var fields = form.Fields(Journey.ApplyForm);
        Assert.All(Filled(keys), f => Assert.Equal(f.Value, fields[f.Field]));
    }

    public static TheoryData<string> Changes => ["another wording", "a required one", "a choice that is gone", "one that is gone", "a condition"];

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Questions_that_change_before_a_form_is_sent_are_shown_side_by_side_and_nothing_typed_is_lost(string change)
    {
        using var site = await Site.StartAsync();
        var keys = await AllKindsAsync(site);
        var visitor = site.Visitor();
        var check = await visitor.CheckAsync(Filled(keys));
        await ChangeAsync(site, keys, change);

        var answer = await visitor.SendAsync(check);

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Empty(await site.AnswersAsync());
        Assert.Contains("質問が変わったため、まだ送られていません。", answer.Words, StringComparison.Ordinal);
        Assert.Equal(
            change switch
            {
                "another wording" => ["変わりました前短い問い（任意・短い文） いま得意なこと（任意・短い文）"],
                "a required one" => ["増えました新しい問い（必須・短い文）"],
                "a choice that is gone" => ["変わりました前一つの問い（任意・一つ選ぶ） 6月17日／両方 いま一つの問い（任意・一つ選ぶ） 6月17日／6月29日"],
                "one that is gone" => ["なくなりました短い問い（任意・短い文）この質問への答えは送られません。"],
                _ => ["変わりました前短い問い（任意・短い文） いま短い問い（任意・短い文・ほかの答えによって出る質問）"],
            },
            answer.Texts(".qchanges li"));

        // On the check page it can be sent at once; with something to answer first it is the form.
        var isForm = change is "a required one" or "a choice that is gone";
        Assert.Equal(isForm, answer.Html.QuerySelector(Journey.ApplyForm) is not null);
        if (isForm)
        {
            var fields = answer.Fields(Journey.ApplyForm);
            Assert.Equal(("塩尻 太郎", "木工"), (fields["Name"], fields[Asking.Field(keys[0])]));
            fields[Asking.Field(keys[2])] = "6月17日";
            foreach (var added in answer.Html.QuerySelectorAll("[data-questions] input[type=text][aria-required]"))
            {
                fields[added.GetAttribute("name")!] = "答え";
            }

            answer = await visitor.PostAsync("/apply/confirm", fields);
            Assert.Empty(answer.Texts(".qchanges li"));
        }

        Assert.Equal("お申し込みを受け付けました", (await visitor.SendAsync(answer)).Heading);
        Assert.Contains(change == "another wording" ? "得意なこと=木工" : "数の問い=1200", await site.AnswersAsync());
    }

    [Fact]
    public async Task A_half_filled_form_is_told_what_changed_too()
    {
        using var site = await Site.StartAsync();
        var keys = await AllKindsAsync(site);
        var visitor = site.Visitor();
        var fields = (await visitor.OpenAsync("/apply")).Filled(Filled(keys));
        await ChangeAsync(site, keys, "one that is gone");

        var check = await visitor.PostAsync("/apply/confirm", fields);

        Assert.Equal((HttpStatusCode.OK, "入力内容の確認"), (check.Status, check.Heading));
        Assert.Equal(["なくなりました短い問い（任意・短い文）この質問への答えは送られません。"], check.Texts(".qchanges li"));
        Assert.Equal("お申し込みを受け付けました", (await visitor.SendAsync(check)).Heading);
    }

    [Fact]
    public async Task A_form_that_was_opened_before_there_were_questions_is_sent_once_they_are_seen()
    {
        using var site = await Site.StartAsync();
        var visitor = site.Visitor();
        var check = await visitor.CheckAsync();
        await site.AskAsync(QuestionKind.ShortText, "新しい問い");

        var shown = await visitor.SendAsync(check);
        var sent = await visitor.SendAsync(shown);

        Assert.Equal((HttpStatusCode.Conflict, "お申し込みを受け付けました"), (shown.Status, sent.Heading));
    }

    [Fact]
    public async Task A_form_without_questions_carries_nothing_of_them()
    {
        using var site = await Site.StartAsync();
        await site.AskAsync(new QuestionContents(QuestionKind.ShortText, "下書きの問い"), isDraft: true);

        var form = await site.Visitor().OpenAsync("/apply");

        Assert.Equal((0, false), (form.Html.QuerySelectorAll("[data-questions]").Length, form.Fields(Journey.ApplyForm).ContainsKey("Asked")));
        Assert.DoesNotContain("下書きの問い", form.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Questions_of_a_cohort_that_is_not_public_are_on_no_public_address()
    {
        using var site = await Site.StartAsync();
        await site.FourthAsync();
        await site.AskAsync(QuestionKind.YesNo, "秘密の問い");
        await site.AskAsync(new QuestionContents(QuestionKind.ShortText, "秘密の下書き"), isDraft: true);
        string[] addresses =
        [
            "/", "/program", "/recruit", "/schedule", "/projects", "/briefings", "/faq", "/privacy", "/legal", "/contact", "/news", "/apply", "/sitemap.xml",
            "/admin/cohorts/4/questions", "/admin/applications/new", "/no-such-page",
        ];

        foreach (var address in addresses)
        {
            Assert.DoesNotContain("秘密の", (await site.Visitor().OpenAsync(address)).Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_questions_cost_the_form_no_statement()
    {
        var count = new QueryCount();
        using var site = await Site.StartAsync(services: count.Watch);
        await site.Visitor().OpenAsync("/apply");
        count.StartAgain();
        await site.Visitor().OpenAsync("/apply");
        var before = count.Statements;
        await AllKindsAsync(site);
        count.StartAgain();

        var form = await site.Visitor().OpenAsync("/apply");

        Assert.Equal((before, 1), (count.Statements, form.Html.QuerySelectorAll("[data-questions]").Length));
    }

    [Fact]
    public async Task The_longest_answers_to_all_questions_there_can_be_are_taken()
    {
        using var site = await Site.StartAsync();
        var keys = new List<string>();
        for (var i = 0; i < QuestionLimits.Questions; i++)
        {
            keys.Add(await site.AskAsync(QuestionKind.LongText, $"問い{i}"));
        }

        var visitor = site.Visitor();
        var sent = await visitor.SendAsync(await visitor.CheckAsync([.. keys.Select(k => (Asking.Field(k), new string('塩', QuestionLimits.LongText)))]));

        Assert.Equal("お申し込みを受け付けました", sent.Heading);
        Assert.Equal(QuestionLimits.Questions, (await site.AnswersAsync()).Count);
    }

    [Fact]
    public async Task Staff_who_key_in_an_application_are_asked_the_same()
    {
        using var site = await Site.StartAsync();
        var key = await site.AskAsync(QuestionKind.Number, "何人で来ますか", isRequired: true);
        var staff = await site.StaffAsync(Role.Administrator);
        const string Form = "form[action='/admin/applications/new']";
        var fields = (await staff.OpenAsync("/admin/applications/new")).Fields(Form);
        foreach (var (field, value) in new[]
        {
            ("Channel", "Paper"), ("Name", "塩尻 太郎"), ("Kana", "シオジリ タロウ"), ("Email", "taro@example.jp"), ("Residence", "東京都"), ("Attendance[specification-training]", "yes"),
            ("Attendance[field-work]", "yes"), ("Motivation", "動機"), ("Consent", ApplyChoices.Agreed),
        })
        {
            fields[field] = value;
        }

        var refused = await staff.PostAsync("/admin/applications/new", fields);
        fields[Asking.Field(key)] = "２";
        await staff.PostAsync("/admin/applications/new", fields);

        Assert.Equal(["「何人で来ますか」に答えてください"], refused.Texts(".errsum a"));
        Assert.Equal(["何人で来ますか=2"], await site.AnswersAsync());
    }

    private static readonly string[] Wordings = ["短い問い", "長い問い", "一つの問い", "いくつもの問い", "はいかいいえ", "日の問い", "数の問い"];

    private static async Task<string[]> AllKindsAsync(Site site, bool isRequired = false) =>
    [
        await site.AskAsync(QuestionKind.ShortText, Wordings[0], isRequired), await site.AskAsync(QuestionKind.LongText, Wordings[1], isRequired),
        await site.AskAsync(QuestionKind.OneOf, Wordings[2], isRequired, "6月17日", "両方"), await site.AskAsync(QuestionKind.SeveralOf, Wordings[3], isRequired, "平日", "夜", "土日"),
        await site.AskAsync(QuestionKind.YesNo, Wordings[4], isRequired), await site.AskAsync(QuestionKind.Date, Wordings[5], isRequired),
        await site.AskAsync(QuestionKind.Number, Wordings[6], isRequired),
    ];

    private static (string Field, string Value)[] Filled(string[] keys) =>
    [
        (Asking.Field(keys[0]), "木工"), (Asking.Field(keys[1]), "一\n二"), (Asking.Field(keys[2]), "両方"), (Asking.Field(keys[3], "平日"), "平日"), (Asking.Field(keys[3], "土日"), "土日"),
        (Asking.Field(keys[4]), "はい"), (Asking.Field(keys[5]), "7/30"), (Asking.Field(keys[6]), "1200"),
    ];

    private static Task ChangeAsync(Site site, string[] keys, string change) => change switch
    {
        "another wording" => site.SayAnewAsync(keys[0], c => c with { Wording = "得意なこと" }),
        "a required one" => site.AskAsync(QuestionKind.ShortText, "新しい問い", isRequired: true),
        "a choice that is gone" => site.SayAnewAsync(keys[2], c => c with { Choices = ["6月17日", "6月29日"] }),
        "one that is gone" => site.TakeAwayAsync(keys[0]),
        _ => site.SayAnewAsync(keys[0], c => c with { Condition = new QuestionCondition("none", ["はい"]) }),
    };
}
