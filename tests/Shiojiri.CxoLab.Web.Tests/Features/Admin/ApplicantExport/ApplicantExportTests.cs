using System.Net;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Spreadsheets;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.ApplicantExport;

public sealed class ApplicantExportTests
{
    private const string Path = "/admin/applications/export";
    private const string Form = "form[action='/admin/applications/export']";

    [Fact]
    public async Task The_page_says_what_would_leave_and_leaves_out_what_is_seldom_needed()
    {
        using var site = await Site.StartAsync();
        await site.FillAsync();
        var count = await site.InDatabaseAsync(db => db.Applications.CountAsync(a => a.Status == ApplicationStatus.Accepted && a.AssigneeId == null));

        var page = await (await site.StaffAsync(Role.Treasurer)).OpenAsync($"{Path}?status=accepted&assignee=none&sort=kana");

        Assert.Equal($"第三期の申込者のうち、審査が参加確定、担当者なしの{count}件を、フリガナ順で書き出します。", page.Text($"{Form} > p"));
        Assert.Equal(
            ["受付経路", "電話番号 ※", "職業 ※", "応募の動機 ※", "活かせる経験 ※", "地域との関わり ※", "知ったきっかけ", "返す額（円）", "得点の平均", "採点した人"],
            page.Html.QuerySelectorAll("input[name='Columns']:not([checked])").Select(box => box.ParentElement!.TextContent.Trim()));
        Assert.Equal("xlsx", page.Fields(Form)["Format"]);
    }

    [Fact]
    public async Task A_CSV_comes_back_whole_and_inert()
    {
        using var site = await Site.StartAsync();
        var made = await ThreeAsync(site);

        var answer = await TakeAsync(await site.StaffAsync(Role.Treasurer), "?sort=oldest", "csv", "number", "name", "kana", "phone", "motivation", "residence", "on-site-field-work", "status", "payment", "due", "paid", "tags");

        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal([0xef, 0xbb, 0xbf], bytes[..3]);
        Assert.Equal(
            [
                ["受付番号", "氏名", "フリガナ", "電話番号", "お住まい", "10/1 現地フィールドワーク", "応募の動機", "状態", "参加費の状態", "お支払い期限", "入金額（円）", "タグ"],
                [made[0].Number, "'=SUM(A1)", "シオジリ ゴウ", "'+819012345678", "東京都", "参加できる", "一行目\n\"二行目\", 三", "受付", "お願い中", "2022-06-13", "0", "要連絡、面談済み"],
                [made[1].Number, "'＋塩尻", "シオジリ ゴウ", "09012345678", "東京都", "参加できる", "動機", "受付", "お願い中", "2022-06-13", "0", ""],
                [made[2].Number, "𠮷田 髙子", "シオジリ ゴウ", "", "東京都", "参加できる", "動機", "受付", "お願い中", "2022-06-13", "0", ""],
            ],
            Rfc4180.Read(Encoding.UTF8.GetString(bytes[3..])));
        Assert.StartsWith("0", made[0].Number, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workbook_comes_back_whole()
    {
        using var site = await Site.StartAsync();
        var made = await ThreeAsync(site);

        var answer = await TakeAsync(await site.StaffAsync(Role.Treasurer), "?sort=oldest", "xlsx", "number", "name", "phone");

        using var book = SpreadsheetDocument.Open(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()), isEditable: false);
        var rows = book.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Row>().Select(row => row.Elements<Cell>().Select(c => c.InnerText).ToArray());
        Assert.Equal(
            [["受付番号", "氏名", "電話番号"], [made[0].Number, "=SUM(A1)", "+819012345678"], [made[1].Number, "＋塩尻", "09012345678"], [made[2].Number, "𠮷田 髙子", ""]],
            rows);
    }

    [Fact]
    public async Task Amounts_scores_and_days_of_a_workbook_can_be_reckoned_with()
    {
        using var site = await Site.StartAsync();
        await site.FillAsync();
        var paid = (await site.InDatabaseAsync(db => db.Applications.Include(a => a.Ledger).AsNoTracking().ToListAsync())).Sum(a => a.Balance.Received.Amount);

        var answer = await TakeAsync(await site.StaffAsync(Role.Treasurer), "", "xlsx", "number", "received", "due", "paid", "score");

        using var book = SpreadsheetDocument.Open(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()), isEditable: false);
        var rows = book.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Row>().Skip(1).Select(row => row.Elements<Cell>().ToArray()).ToList();
        Assert.True(paid > 0);
        Assert.Equal(paid, rows.Sum(row => double.Parse(row[3].CellValue!.Text, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.All(rows, row => Assert.Equal(CellValues.InlineString, row[0].DataType!.Value));
        Assert.All(rows.SelectMany(row => row[1..]), cell => Assert.Null(cell.DataType));
        Assert.All(rows, row => Assert.Equal(2022, DateTime.FromOADate(double.Parse(row[1].CellValue!.Text, System.Globalization.CultureInfo.InvariantCulture)).Year));
    }

    [Fact]
    public async Task The_file_is_named_for_people_and_kept_by_no_cache()
    {
        using var site = await Site.StartAsync();
        await site.ReceiveAsync(1);

        var answer = await TakeAsync(await site.StaffAsync(Role.Reviewer), "", "csv", "number");

        Assert.Equal(
            ("applicants-3-20220610.csv", "申込者-第三期-20220610.csv", "text/csv", true),
            (answer.Content.Headers.ContentDisposition!.FileName, answer.Content.Headers.ContentDisposition.FileNameStar, answer.Content.Headers.ContentType!.MediaType, answer.Headers.CacheControl!.NoStore));
    }

    [Fact]
    public async Task The_filter_holds_and_more_than_a_batch_keeps_its_order()
    {
        using var site = await Site.StartAsync();
        await site.ReceiveAsync(450, (n, a) => a with { Name = $"{(n % 9 == 0 ? "見本" : "山田")} {n:000}" });

        var rows = Rfc4180.Read((await (await TakeAsync(await site.StaffAsync(Role.Reviewer), "?q=山田&sort=oldest", "csv", "name")).Content.ReadAsStringAsync()).TrimStart('\ufeff'));

        Assert.Equal(Enumerable.Range(1, 450).Where(n => n % 9 != 0).Select(n => $"山田 {n:000}"), rows.Skip(1).Select(row => row[0]));
    }

    [Fact]
    public async Task Another_cohort_is_never_in_it()
    {
        using var site = await Site.StartAsync();
        var other = await site.AddCohortAsync(4, "第四期");
        await site.ReceiveAsync(1);
        await site.ReceiveAsync(1, (_, a) => a with { Name = "第四 期子" }, ordinal: 4);
        var limited = await site.StaffAsync(Role.Reviewer, "限られた人", cohortId: other.Id);

        var own = await (await TakeAsync(limited, "", "csv", "name")).Content.ReadAsStringAsync();
        var foreign = await TakeAsync(limited, "", "csv", [("cohort", "3")], "name");

        Assert.Equal("\"氏名\"\r\n\"第四 期子\"\r\n", own);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (foreign.StatusCode, (await limited.OpenAsync($"{Path}?cohort=3")).Status));
        Assert.Equal(1, await site.InDatabaseAsync(db => db.AuditEntries.CountAsync(e => e.Action == AuditAction.Exported)));
    }

    [Fact]
    public async Task Each_export_is_written_down_without_the_word_searched_for()
    {
        using var site = await Site.StartAsync();
        await site.ReceiveAsync(2);

        await TakeAsync(await site.StaffAsync(Role.Treasurer), "?q=塩尻 2号", "csv", "email", "number");

        var line = await site.InDatabaseAsync(db => db.AuditEntries.SingleAsync(e => e.Action == AuditAction.Exported));
        Assert.Equal(
            ("事務局 Treasurer", """{"cohort":"第三期","filter":{"q":"…"},"columns":["number","email"],"count":1,"format":"csv"}"""),
            (line.ActorName, line.After));
    }

    [Fact]
    public async Task Whoever_scores_takes_away_the_mean_only_of_what_they_have_scored()
    {
        using var site = await Site.StartAsync();
        await site.ReceiveAsync(2);
        await site.StaffAsync(Role.Reviewer, "審査 一");
        var two = await site.StaffAsync(Role.Reviewer, "審査 二");
        await site.ReviewAsync("審査 一", "塩尻 1号", 5);
        await site.ReviewAsync("審査 一", "塩尻 2号", 2);
        await site.ReviewAsync("審査 二", "塩尻 2号", 3);

        async Task<string[][]> Rows(HttpClient staff) =>
            Rfc4180.Read(await (await TakeAsync(staff, "?sort=oldest", "csv", "name", "score", "reviewers")).Content.ReadAsStringAsync())[1..];

        Assert.Equal([["塩尻 1号", "", "審査 一"], ["塩尻 2号", "2.50", "審査 一、審査 二"]], await Rows(two));
        Assert.Equal([["塩尻 1号", "5.00", "審査 一"], ["塩尻 2号", "2.50", "審査 一、審査 二"]], await Rows(await site.StaffAsync(Role.Treasurer)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_file_costs_the_same_number_of_questions_however_long_it_is(int rows)
    {
        var count = new QueryCount();
        using var site = await Site.StartAsync(services: count.Watch);
        var staff = await site.StaffAsync(Role.Treasurer);
        await site.ReceiveAsync(rows);
        await TakeAsync(staff, "", "csv", "name");
        var fields = (await staff.OpenAsync(Path)).Fields(Form);
        fields["Format"] = "csv";
        count.StartAgain();

        var file = await staff.PostAsync(Path, fields);

        Assert.Equal((rows + 1, 13), (Rfc4180.Read(file.Body).Length, count.Statements));
    }

    [Fact]
    public async Task Whoever_may_not_export_gets_nothing()
    {
        using var site = await Site.StartAsync();
        await site.ReceiveAsync(1);
        var viewer = await site.StaffAsync(Role.Viewer);
        var fields = (await viewer.OpenAsync("/admin/applications")).Fields("form[action='/admin/sign-out']");
        fields["Columns"] = "email";
        fields["Format"] = "csv";

        var answers = (await viewer.OpenAsync(Path), await viewer.PostAsync(Path, fields));

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (answers.Item1.Status, answers.Item2.Status));
        Assert.Equal(0, await site.InDatabaseAsync(db => db.AuditEntries.CountAsync(e => e.Action == AuditAction.Exported)));
    }

    [Theory]
    [InlineData("csv", "", "書き出す列を1つ以上選んでください")]
    [InlineData("exe", "name", "ファイルの形式を選んでください")]
    public async Task What_is_missing_is_asked_for(string format, string column, string message)
    {
        using var site = await Site.StartAsync();
        await site.ReceiveAsync(1);

        var answer = await Testing.Page.OfAsync(TakeAsync(await site.StaffAsync(Role.Treasurer), "?q=塩尻", format, column.Length == 0 ? [] : [column]));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "エラー：申込者を書き出す｜塩尻CxO Lab 管理", message), (answer.Status, answer.Title, answer.Text(".errsum a")));
        Assert.Equal("塩尻", answer.Fields(Form)["q"]);
    }

    private static Task<HttpResponseMessage> TakeAsync(HttpClient staff, string query, string format, params string[] columns) =>
        TakeAsync(staff, query, format, [], columns);

    private static async Task<HttpResponseMessage> TakeAsync(HttpClient staff, string query, string format, (string Name, string Value)[] changes, params string[] columns)
    {
        var fields = (await staff.OpenAsync(Path + query)).Fields(Form);
        fields.Remove("Columns");
        fields["Format"] = format;
        foreach (var (name, value) in changes)
        {
            fields[name] = value;
        }

        using var content = new FormUrlEncodedContent(fields.Concat(columns.Select(c => KeyValuePair.Create("Columns", c))));
        return await staff.PostAsync(new Uri(Path, UriKind.Relative), content);
    }

    private static async Task<IReadOnlyList<Application>> ThreeAsync(Site site)
    {
        var made = await site.ReceiveAsync(3, (n, a) => n switch
        {
            1 => a with { Name = "=SUM(A1)", Phone = "+819012345678", Motivation = "一行目\n\"二行目\", 三" },
            2 => a with { Name = "＋塩尻", Phone = "09012345678" },
            _ => a with { Name = "𠮷田 髙子" },
        });
        await site.InDatabaseAsync(async db =>
        {
            Tag[] tags = [new(made[0].CohortId, "要連絡"), new(made[0].CohortId, "面談済み")];
            db.AddRange(tags);
            await db.SaveChangesAsync();
            db.AddRange(tags.Select(t => new ApplicationTag(made[0].Id, t.Id)));
            return await db.SaveChangesAsync();
        });
        return made;
    }
}
