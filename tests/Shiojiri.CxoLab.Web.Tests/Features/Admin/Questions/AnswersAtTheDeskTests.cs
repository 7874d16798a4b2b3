using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Questions;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Spreadsheets;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Questions;

/// <summary>What was answered to the cohort's own questions: on pages, in the list, in files, and in the next cohort.</summary>
public sealed class AnswersAtTheDeskTests
{
    [Fact]
    public async Task Page_review_and_sheet_show_the_answers_and_what_was_not_answered()
    {
        using var site = await Site.StartAsync();
        await AnsweredAsync(site);
        await site.AskAsync(QuestionKind.ShortText, "任意の問い");
        var staff = await site.StaffAsync(Role.Reviewer);
        var number = await site.InDatabaseAsync(db => db.Applications.OrderBy(a => a.Id).Select(a => a.Number).FirstAsync());

        foreach (var address in new[] { $"/admin/applications/{number}", $"/admin/applications/{number}/review", $"/admin/applications/{number}/sheet?blind=true" })
        {
            var page = await staff.OpenAsync(address);
            Assert.Equal(
                ("はい", "平日、夜", "2022年7月30日(土)", "1,200", "未入力"),
                (page.Definition("来ましたか"), page.Definition("いつがよいですか"), page.Definition("いつから"), page.Definition("いくつ"), page.Definition("任意の問い")));
        }
    }

    [Fact]
    public async Task The_list_is_narrowed_by_a_choice_even_after_it_is_no_longer_offered()
    {
        using var site = await Site.StartAsync();
        var (yes, several, _, _) = await AnsweredAsync(site);
        await site.SayAnewAsync(several, c => c with { Choices = ["平日", "土日"] });
        var staff = await site.StaffAsync(Role.Administrator);
        string Url(string key, string choice) => $"/admin/applications?answer={key}.{AskedQuestion.ChoiceKey(choice)}";

        var page = await staff.OpenAsync(Url(several, "夜"));
        var saved = await staff.PostAsync("/admin/applications/views", Named(page));
        var unknown = await staff.OpenAsync("/admin/applications?answer=unknown.0123456789");
        var no = await staff.OpenAsync(Url(yes, "いいえ"));

        Assert.Equal(["塩尻 太郎"], Names(page));
        Assert.Equal(["松本 花子"], Names(no));
        Assert.Equal(2, Names(unknown).Length);
        Assert.Equal("夜", page.Html.QuerySelector("#answer option[selected]")!.TextContent);
        Assert.Contains($"answer={several}", saved.Body, StringComparison.Ordinal);

        static string[] Names(Testing.Page list) => list.Texts(".alist__name a");
    }

    [Fact]
    public async Task A_table_has_a_column_for_each_question_with_numbers_and_days_to_reckon_with()
    {
        using var site = await Site.StartAsync();
        var (yes, several, date, number) = await AnsweredAsync(site);
        var staff = await site.StaffAsync(Role.Administrator);
        string[] columns = [.. new[] { yes, several, date, number }.Select(k => $"question-{k}")];

        var csv = await TakeAsync(staff, "csv", columns);
        var xlsx = await TakeAsync(staff, "xlsx", columns);

        Assert.Equal(
            [["来ましたか", "いつがよいですか", "いつから", "いくつ"], ["はい", "平日、夜", "2022-07-30", "1200"], ["いいえ", "", "", ""]],
            Rfc4180.Read(Encoding.UTF8.GetString((await csv.Content.ReadAsByteArrayAsync())[3..])));
        using var book = SpreadsheetDocument.Open(new MemoryStream(await xlsx.Content.ReadAsByteArrayAsync()), isEditable: false);
        var cells = book.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Row>().ElementAt(1).Elements<Cell>().ToArray();
        Assert.Equal(("44772", "1200"), (cells[2].CellValue!.Text, cells[3].CellValue!.Text));
        Assert.All(cells[2..], cell => Assert.Null(cell.DataType));
    }

    [Fact]
    public async Task The_export_says_by_which_answer_it_is_narrowed()
    {
        using var site = await Site.StartAsync();
        var (yes, _, _, _) = await AnsweredAsync(site);
        var staff = await site.StaffAsync(Role.Administrator);

        var page = await staff.OpenAsync($"/admin/applications/export?answer={yes}.{AskedQuestion.ChoiceKey("はい")}");

        Assert.Contains("「来ましたか」が「はい」の1件を", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_next_cohort_takes_the_questions_over_with_keys_of_its_own()
    {
        using var site = await Site.StartAsync();
        var source = await site.AskAsync(QuestionKind.YesNo, "来ましたか");
        await site.AskAsync(new QuestionContents(QuestionKind.ShortText, "どの回ですか") { Condition = new(source, ["はい"]) });
        await site.TakeAwayAsync(await site.AskAsync(QuestionKind.ShortText, "外した問い"));
        var staff = await site.StaffAsync(Role.Administrator);

        var page = await staff.OpenAsync("/admin/cohorts/3/clone");
        await staff.PostAsync("/admin/cohorts/3/clone", page.Fields("form.gap"));

        var copies = await site.InDatabaseAsync(async db => await db.FormQuestions.Include(q => q.Revisions).Where(q => db.Cohorts.Any(c => c.Id == q.CohortId && c.Ordinal == 4))
            .OrderBy(q => q.Position).ToListAsync());
        Assert.Contains("申込フォームの質問 2（外したものは写しません）", page.Words, StringComparison.Ordinal);
        Assert.Equal(["来ましたか", "どの回ですか"], copies.Select(c => c.Revisions.Single().Read().Wording));
        Assert.Equal(copies[0].Key, copies[1].Revisions.Single().Read().Condition!.Question);
        Assert.NotEqual(source, copies[0].Key);
        Assert.Equal(1 + 1, (await site.Visitor().OpenAsync("/apply")).Html.QuerySelectorAll(".own").Length);
    }

    [Fact]
    public async Task An_applicants_page_costs_no_statement_more_for_its_answers()
    {
        var count = new QueryCount();
        using var site = await Site.StartAsync(services: count.Watch);
        var number = await site.ApplicantAsync();
        var staff = await site.StaffAsync(Role.Administrator);
        await staff.OpenAsync($"/admin/applications/{number}");
        count.StartAgain();
        await staff.OpenAsync($"/admin/applications/{number}");
        var before = count.Statements;
        await AnsweredAsync(site);
        var answered = await site.InDatabaseAsync(db => db.Applications.Where(a => a.Answers.Any()).Select(a => a.Number).FirstAsync());
        count.StartAgain();

        var page = await staff.OpenAsync($"/admin/applications/{answered}");

        Assert.Equal((200, before), ((int)page.Status, count.Statements));
    }

    private static async Task<(string Yes, string Several, string Date, string Number)> AnsweredAsync(Site site)
    {
        var yes = await site.AskAsync(QuestionKind.YesNo, "来ましたか");
        var several = await site.AskAsync(QuestionKind.SeveralOf, "いつがよいですか", false, "平日", "夜", "土日");
        var date = await site.AskAsync(QuestionKind.Date, "いつから");
        var number = await site.AskAsync(QuestionKind.Number, "いくつ");
        await site.Visitor().ApplyAsync(
            (Asking.Field(yes), "はい"), (Asking.Field(several, "夜"), "夜"), (Asking.Field(several, "平日"), "平日"), (Asking.Field(date), "7/30"), (Asking.Field(number), "1,200"));
        await site.Visitor().ApplyAsync(("Name", "松本 花子"), ("Kana", "マツモト ハナコ"), ("Email", "hanako@example.jp"), (Asking.Field(yes), "いいえ"));
        return (yes, several, date, number);
    }

    private static Dictionary<string, string> Named(Testing.Page page)
    {
        var fields = page.Fields("form[action='/admin/applications/views']");
        fields["ViewName"] = "夜の人";
        return fields;
    }

    private static async Task<HttpResponseMessage> TakeAsync(HttpClient staff, string format, string[] columns)
    {
        const string Path = "/admin/applications/export";
        var form = (await staff.OpenAsync($"{Path}?sort=oldest")).Fields($"form[action='{Path}']");
        using var content = new FormUrlEncodedContent(
            [.. form.Where(f => f.Key is not ("Columns" or "Format")), new("Format", format), .. columns.Select(c => new KeyValuePair<string, string>("Columns", c))]);
        return await staff.PostAsync(new Uri(Path, UriKind.Relative), content);
    }
}
