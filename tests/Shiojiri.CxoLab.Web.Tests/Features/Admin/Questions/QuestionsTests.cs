using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Shiojiri.CxoLab.Questions;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Questions;

/// <summary>The own questions of a cohort as staff keep them.</summary>
public sealed class QuestionsTests
{
    private const string List = "/admin/cohorts/3/questions";
    private const string Form = "#q-edit";

    [Fact]
    public async Task A_question_is_a_draft_until_it_is_published_and_a_form_sent_twice_adds_one()
    {
        using var site = await Site.StartAsync();
        var staff = await site.StaffAsync(Role.Administrator);
        var fields = With(
            await staff.OpenAsync($"{List}/new"), ("Wording", "どの説明会に参加しましたか"), ("Hint", "覚えている範囲で"), ("Kind", nameof(QuestionKind.OneOf)), ("Choices", "６月17日\n\n 両方 "));

        var added = await staff.PostAsync(List, fields);
        await staff.PostAsync(List, fields);
        var key = await site.InDatabaseAsync(db => db.FormQuestions.Select(q => q.Key).SingleAsync());
        var asDraft = await site.Visitor().OpenAsync("/apply");
        var published = await staff.PostAsync($"{List}/{key}", With(await staff.OpenAsync($"{List}/{key}/edit"), ("Then", "publish")));
        var asked = await site.Visitor().OpenAsync("/apply");

        Assert.Equal("「どの説明会に参加しましたか」を下書きとして保存しました", added.Text(".saved"));
        Assert.Equal("下書き", added.Text(".qs__n"));
        Assert.Empty(asDraft.Html.QuerySelectorAll("[data-questions]"));
        Assert.Equal("「どの説明会に参加しましたか」を公開しました", published.Text(".saved"));
        Assert.Equal(["６月17日", "両方", "答えない"], asked.Texts("[data-questions] .choice"));
        var audit = (await staff.OpenAsync("/admin/audit")).Words;
        Assert.Contains("申込フォームの質問第三期「どの説明会に参加しましたか」を追加（下書き）", audit, StringComparison.Ordinal);
        Assert.Contains("申込フォームの質問第三期「どの説明会に参加しましたか」を公開", audit, StringComparison.Ordinal);
    }

    public static TheoryData<string, string, string, string> Faults => new()
    {
        { "Wording", "", "wording", "質問の文を入力してください" },
        { "Wording", new string('問', 121), "wording", "質問の文は120字以内で入力してください（現在 121字）" },
        { "Hint", new string('補', 201), "hint", "補足は200字以内で入力してください（現在 201字）" },
        { "Kind", "", "kind", "答え方を選んでください" },
        { "Choices", "一つだけ", "choices", "選択肢を一行に一つ、2つ以上入力してください" },
        { "Choices", "同じ\n同じ", "choices", "「同じ」が2回あります。1つにしてください" },
        { "Choices", "短い\n" + new string('長', 61), "choices", "選択肢は60字以内で入力してください。2つ目が長すぎます" },
        { "Choices", string.Join('\n', Enumerable.Range(1, 21)), "choices", "選択肢は20個までです（現在 21個）" },
        { "Shown", "when", "shown", "どの答えのときに出すかを選んでください" },
        { "Shown", "", "shown", "出す条件を選んでください" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_fault_is_told_at_its_field_and_nothing_typed_is_lost(string field, string value, string id, string message)
    {
        using var site = await Site.StartAsync();
        await site.AskAsync(QuestionKind.YesNo, "説明会に来ましたか");
        var staff = await site.StaffAsync(Role.Administrator);

        var page = await staff.PostAsync(List, With(
            await staff.OpenAsync($"{List}/new"), ("Wording", "書いた文"), ("Hint", "補足の文"), ("Kind", nameof(QuestionKind.SeveralOf)), ("Choices", "一\n二"), (field, value)));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, $"エラー {message}"), (page.Status, page.Text($"#{id}-error")));
        Assert.Equal($"#{id}", page.Html.QuerySelector(".errsum a")!.GetAttribute("href"));
        Assert.Equal(field == "Hint" ? "書いた文" : "補足の文", page.Fields(Form)[field == "Hint" ? "Wording" : "Hint"]);
        Assert.Equal(1, await site.InDatabaseAsync(db => db.FormQuestions.CountAsync()));
    }

    [Theory]
    [InlineData("Least", "いち", "least", "いちばん小さい数を、数字で入力してください")]
    [InlineData("Most", "0", "most", "いちばん大きい数は、いちばん小さい数以上にしてください")]
    public async Task The_bounds_of_a_number_are_numbers(string field, string value, string id, string message)
    {
        using var site = await Site.StartAsync();
        var staff = await site.StaffAsync(Role.Administrator);

        var page = await staff.PostAsync(List, With(await staff.OpenAsync($"{List}/new"), ("Wording", "何人"), ("Kind", nameof(QuestionKind.Number)), ("Least", "１"), ("Most", "10"), (field, value)));

        Assert.Equal($"エラー {message}", page.Text($"#{id}-error"));
    }

    [Fact]
    public async Task Changed_words_leave_the_answers_with_those_they_were_given_under()
    {
        // On the programme's clock it is 10 June; what is saved carries the real day, as in all histories.
        using var site = await Site.StartAsync(time: new FakeTimeProvider(new DateTimeOffset(2022, 6, 12, 9, 0, 0, JapanTime.Offset)));
        var key = await site.AskAsync(QuestionKind.ShortText, "前の文");
        var staff = await site.StaffAsync(Role.Administrator);
        await site.Visitor().ApplyAsync((Asking.Field(key), "木工"));

        await staff.PostAsync($"{List}/{key}", With(await staff.OpenAsync($"{List}/{key}/edit"), ("Wording", "今の文"), ("Required", "yes")));
        await site.Visitor().ApplyAsync(("Email", "hanako@example.jp"), (Asking.Field(key), "料理"));

        var list = await staff.OpenAsync(List);
        Assert.Equal(("答え 2件", "6月12日(日)に文を変えました。1件は前の文への答えです", "前の文（1件）：前の文"), (list.Text(".qs__n"), list.Text(".qs__old summary"), list.Text(".qs__old p")));
        Assert.Equal(["前の文=木工", "今の文=料理"], await site.AnswersAsync());
        var number = await site.InDatabaseAsync(db => db.Applications.OrderBy(a => a.Id).Select(a => a.Number).FirstAsync());
        var applicant = await staff.OpenAsync($"/admin/applications/{number}");
        Assert.Equal("木工", applicant.Definition("前の文"));
        Assert.Contains("いまの質問の文：今の文", applicant.Words, StringComparison.Ordinal);
        Assert.Contains("申込フォームの質問第三期「前の文」を変更: 質問の文 前の文 から 今の文、必須か 任意 から 必須", (await staff.OpenAsync("/admin/audit")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_answered_keeps_its_kind()
    {
        using var site = await Site.StartAsync();
        var key = await site.AskAsync(QuestionKind.ShortText, "問い");
        var staff = await site.StaffAsync(Role.Administrator);
        await site.Visitor().ApplyAsync((Asking.Field(key), "木工"));

        var page = await staff.PostAsync($"{List}/{key}", With(await staff.OpenAsync($"{List}/{key}/edit"), ("Kind", nameof(QuestionKind.Number))));

        Assert.Equal("エラー 答えが届いているため、答え方は変えられません。新しい質問を足してください", page.Text("#kind-error"));
    }

    [Fact]
    public async Task Of_two_people_the_slower_one_sees_both_texts_and_loses_nothing()
    {
        using var site = await Site.StartAsync();
        var key = await site.AskAsync(QuestionKind.ShortText, "はじめの文");
        var (first, second) = (await site.StaffAsync(Role.Administrator, "はじめ"), await site.StaffAsync(Role.Administrator, "つぎ"));
        var slower = With(await second.OpenAsync($"{List}/{key}/edit"), ("Wording", "つぎの文"));
        await first.PostAsync($"{List}/{key}", With(await first.OpenAsync($"{List}/{key}/edit"), ("Wording", "先の文")));

        var stale = await second.PostAsync($"{List}/{key}", slower);
        var saved = await second.PostAsync($"{List}/{key}", stale.Fields(Form));

        Assert.Equal((HttpStatusCode.Conflict, "先の文", "つぎの文", "つぎの文"), (stale.Status, stale.Text(".diff del"), stale.Text(".diff ins"), stale.Fields(Form)["Wording"]));
        Assert.Equal("「つぎの文」を保存しました", saved.Text(".saved"));
    }

    [Fact]
    public async Task Questions_are_put_in_order_but_never_before_their_condition()
    {
        using var site = await Site.StartAsync();
        var a = await site.AskAsync(QuestionKind.YesNo, "甲");
        var b = await site.AskAsync(new QuestionContents(QuestionKind.ShortText, "乙") { Condition = new(a, ["はい"]) });
        var c = await site.AskAsync(QuestionKind.Date, "丙");
        var staff = await site.StaffAsync(Role.Administrator);
        var token = (await staff.OpenAsync(List)).Fields(".ord");

        await staff.PostAsync($"{List}/{c}/move", [.. token, new("to", "up")]);
        var refused = await staff.PostAsync($"{List}/{a}/move", [.. token, new("to", "down")]);
        await staff.PostAsync($"{List}/{a}/move", [.. token, new("to", "down")]);
        var last = await staff.PostAsync($"{List}/{b}/move", [.. token, new("to", "up")]);

        Assert.Equal("「甲」を動かしました", refused.Text(".saved"));
        Assert.Equal(["丙", "甲", "乙"], last.Texts(".qs__m h2"));
        Assert.StartsWith("順番は変えていません。", last.Text(".saved"), StringComparison.Ordinal);
        Assert.Equal("「甲」が「はい」のとき", last.Text(".qs__if"));
    }

    [Fact]
    public async Task A_choice_that_another_question_waits_for_can_not_be_taken_away()
    {
        using var site = await Site.StartAsync();
        var a = await site.AskAsync(QuestionKind.OneOf, "甲", false, "一", "二", "三");
        await site.AskAsync(new QuestionContents(QuestionKind.ShortText, "乙") { Condition = new(a, ["一"]) });
        var staff = await site.StaffAsync(Role.Administrator);

        var choice = await staff.PostAsync($"{List}/{a}", With(await staff.OpenAsync($"{List}/{a}/edit"), ("Choices", "二\n三")));
        var kind = await staff.PostAsync($"{List}/{a}", With(await staff.OpenAsync($"{List}/{a}/edit"), ("Kind", nameof(QuestionKind.Date))));
        var removal = await staff.OpenAsync($"{List}/{a}/removal");

        Assert.All([choice, kind], page => Assert.Equal("エラー 「一」は「乙」を出す条件に使われています。先に「乙」の条件を変えてください", page.Text("#choices-error")));
        Assert.Contains("「乙」を出す条件に使われています", removal.Words, StringComparison.Ordinal);
        Assert.Null(removal.Html.QuerySelector(".btn--danger"));
    }

    [Fact]
    public async Task What_is_taken_from_the_form_keeps_its_answers_and_can_come_back()
    {
        using var site = await Site.StartAsync();
        var key = await site.AskAsync(QuestionKind.ShortText, "問い");
        var staff = await site.StaffAsync(Role.Administrator);
        await site.Visitor().ApplyAsync((Asking.Field(key), "木工"));
        var number = await site.InDatabaseAsync(db => db.Applications.Select(a => a.Number).SingleAsync());

        var question = await staff.OpenAsync($"{List}/{key}/removal");
        var removed = await staff.PostAsync($"{List}/{key}/removal", question.Fields("form.btns"));
        var form = await site.Visitor().OpenAsync("/apply");
        var applicant = await staff.OpenAsync($"/admin/applications/{number}");
        var restored = await staff.PostAsync($"{List}/{key}/restoration", removed.Fields(".qs__gone form"));

        Assert.Contains("届いた答え1件は、申込者のページと書き出しに残ります", question.Words, StringComparison.Ordinal);
        Assert.Equal("「問い」をフォームから外しました", removed.Text(".saved"));
        Assert.Empty(form.Html.QuerySelectorAll("[data-questions]"));
        Assert.Equal("木工", applicant.Definition("問い"));
        Assert.Contains("いまはフォームにない質問です", applicant.Words, StringComparison.Ordinal);
        Assert.Equal(("「問い」をフォームの最後に戻しました", 1), (restored.Text(".saved"), (await site.Visitor().OpenAsync("/apply")).Html.QuerySelectorAll("[data-questions]").Length));
        Assert.Contains("申込フォームの質問第三期「問い」を外した（答え1件は残る）", (await staff.OpenAsync("/admin/audit")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_preview_shows_what_was_typed_and_stores_nothing()
    {
        using var site = await Site.StartAsync();
        var a = await site.AskAsync(QuestionKind.YesNo, "説明会に来ましたか");
        var staff = await site.StaffAsync(Role.Administrator);
        var fields = With(
            await staff.OpenAsync($"{List}/new"), ("Wording", "どの回ですか"), ("Kind", nameof(QuestionKind.OneOf)), ("Choices", "一\n二"), ("Shown", "when"), ("When", $"{a}.{AskedQuestion.ChoiceKey("はい")}"));

        var preview = await staff.PostAsync($"{List}/preview", fields);

        Assert.Equal((HttpStatusCode.OK, "「説明会に来ましたか」で「はい」を選んだ方だけお答えください。"), (preview.Status, preview.Text(".view__in .hint")));
        Assert.Equal(["一", "二", "答えない"], preview.Texts(".view__in .choice"));
        Assert.Equal("どの回ですか", preview.Fields(Form)["Wording"]);
        Assert.Equal(1, await site.InDatabaseAsync(db => db.FormQuestions.CountAsync()));
    }

    [Fact]
    public async Task A_cohort_has_twenty_questions_at_most()
    {
        using var site = await Site.StartAsync();
        for (var i = 1; i <= QuestionLimits.Questions; i++)
        {
            await site.AskAsync(QuestionKind.ShortText, $"問い{i}");
        }

        var staff = await site.StaffAsync(Role.Administrator);
        var page = await staff.OpenAsync($"{List}/new");
        var refused = await staff.PostAsync(List, [.. (await staff.OpenAsync(List)).Fields(".ord"), new("NewKey", RandomToken.Draw()), new("Wording", "もう一つ"), new("Kind", "ShortText"), new("Required", "no"), new("Shown", "always")]);

        Assert.Equal("質問は20問までです。使わない質問を外すと、足せるようになります。", page.Text(".qs__full"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, 20), (refused.Status, await site.InDatabaseAsync(db => db.FormQuestions.CountAsync())));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task The_list_costs_the_same_however_many_there_are(int rows)
    {
        var count = new QueryCount();
        using var site = await Site.StartAsync(services: count.Watch);
        for (var i = 0; i < rows; i++)
        {
            await site.SayAnewAsync(await site.AskAsync(QuestionKind.ShortText, $"問い{i}"), c => c with { Wording = $"別の問い{i}" });
        }

        var staff = await site.StaffAsync(Role.Administrator);
        await staff.OpenAsync(List);
        count.StartAgain();

        var page = await staff.OpenAsync(List);

        Assert.Equal((200, 6), ((int)page.Status, count.Statements));
    }

    private static Dictionary<string, string> With(Page page, params (string Field, string Value)[] changes)
    {
        var fields = page.Fields(Form);
        foreach (var (field, value) in changes)
        {
            fields[field] = value;
        }

        return fields;
    }
}
