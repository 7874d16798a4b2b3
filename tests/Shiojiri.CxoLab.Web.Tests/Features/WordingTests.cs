using System.Text.RegularExpressions;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features;

/// <summary>One word for each idea, on every public page and in every state of recruitment.</summary>
public sealed partial class WordingTests : IClassFixture<SharedSite>
{
    // What stands in texts that staff have stored.
    private const string OldPlaceholder = "{取りやめ方}";

    private const string DeadlineWords = "7月30日(土) 23:59まで（日本時間）";

    private static readonly string[] Paths =
    [
        "/", "/program", "/recruit", "/schedule", "/projects", "/projects?year=2021", "/projects/kiso-hirasawa-stay", "/briefings",
        "/faq", "/privacy", "/legal", "/contact", "/contact/sent", "/accessibility", "/apply", "/apply/again", "/apply/again/sent", "/no-such-page",
    ];

    private static readonly string[] DeskPaths =
    [
        "/admin", "/admin/applications", "/admin/applications/export", "/admin/applications/new", "/admin/reviews", "/admin/reviews/criteria", "/admin/decisions",
        "/admin/mail", "/admin/mail?state=failed", "/admin/mail/group", "/admin/inquiries", "/admin/templates", "/admin/admission", "/admin/staff", "/admin/staff/new",
        "/admin/audit", "/admin/account", "/admin/no-such-page",
    ];

    // They show no state of recruitment, or only forms.
    private static readonly string[] Silent = ["/no-such-page", "/contact", "/contact/sent", "/apply/again", "/apply/again/sent"];

    private static readonly string[] Banned =
    [
        "採択", "採否", "取りやめ", "お迎え", "お申し込みをありがとうございます", "なさることはありません", "お会いする", "この日の終わりまで", "確認中", "お問い合わせ先は準備中",
        "台帳", "過入金", "棄権", "決定を行",
    ];

    private readonly HttpClient _visitor;

    public WordingTests(SharedSite shared) => _visitor = shared.Visitor;

    public static TheoryData<string> Pages => [.. Paths];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task No_page_has_a_second_word_for_the_same_thing(string path) => Assert.Empty(BannedIn(await _visitor.OpenAsync(path)));

    [Theory]
    [InlineData("2022-07-25T09:00:00+09:00")]
    [InlineData("2022-08-05T09:00:00+09:00")]
    [InlineData("2023-02-01T09:00:00+09:00")]
    public async Task No_page_has_one_later_in_the_year_either(string day)
    {
        using var site = await Site.StartAsync(now: DateTimeOffset.Parse(day, System.Globalization.CultureInfo.InvariantCulture));
        var visitor = site.Visitor();

        foreach (var path in Paths)
        {
            Assert.Empty(BannedIn(await visitor.OpenAsync(path)).Select(word => $"{path}: {word}"));
        }
    }

    [Fact]
    public async Task No_page_on_the_way_from_the_form_to_the_end_has_one()
    {
        using var site = await Site.StartAsync();
        var visitor = site.Visitor();

        var check = await visitor.CheckAsync();
        var complete = await visitor.SendAsync(check);

        Assert.Equal("入力内容の確認", check.Heading);
        Assert.Equal("お申し込みを受け付けました", complete.Heading);
        Assert.Empty(BannedIn(check));
        Assert.Empty(BannedIn(complete));
    }

    [Fact]
    public async Task No_completion_page_has_one_whatever_became_of_the_application()
    {
        using var site = await Site.StartAsync();
        var visitor = site.Visitor();
        foreach (var application in (await site.FillAsync()).DistinctBy(a => (a.Status, a.Balance.Received)))
        {
            var page = await visitor.OpenAsync($"/apply/complete/{application.Key}");

            Assert.Empty(BannedIn(page).Select(word => $"{application.Status}: {word}"));
        }
    }

    [Fact]
    public async Task No_page_of_the_desk_has_one_or_a_code_of_a_server()
    {
        using var site = await Site.StartAsync();
        var number = (await site.FillAsync()).First(a => a.Status == ApplicationStatus.Accepted).Number;
        var staff = await site.StaffAsync(Role.Administrator);
        string[] about = ["", "/payments", "/review", "/contact", "/sheet"];
        foreach (var path in DeskPaths.Concat(about.Select(page => $"/admin/applications/{number}{page}")))
        {
            var page = await staff.OpenAsync(path);

            Assert.Empty(BannedIn(page).Select(word => $"{path}: {word}"));
            Assert.DoesNotContain("5.1.1", page.Words, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Wherever_the_deadline_is_named_its_hour_stands_beside_it(string path)
    {
        var page = await _visitor.OpenAsync(path);

        var named = page.Html.QuerySelectorAll("p, dt, li, .entry__due, .deflist > div, .applybar p")
            .Where(e => e.QuerySelector("p, li") is null)
            .Select(e => Blanks().Replace(e.TextContent, " ").Trim())
            .Where(words => words.Contains("7月30日", StringComparison.Ordinal) && DeadlineNames().IsMatch(words));
        Assert.All(named, words => Assert.Contains(DeadlineWords, words, StringComparison.Ordinal));
        if (!Silent.Contains(path))
        {
            Assert.NotEmpty(named);
        }
    }

    [Fact]
    public async Task The_deadline_in_the_list_of_dates_has_its_hour()
    {
        var page = await _visitor.OpenAsync("/schedule");

        var deadline = page.Html.QuerySelectorAll(".tl__item").Single(item => item.QuerySelector("h3")!.TextContent == "応募締切");
        Assert.Equal(DeadlineWords, Blanks().Replace(deadline.QuerySelector(".tl__when")!.TextContent, " ").Trim());
    }

    [Fact]
    public async Task What_the_office_has_not_decided_is_said_once()
    {
        var page = await _visitor.OpenAsync("/legal");

        Assert.StartsWith("販売事業者、代表者・責任者、所在地、電話番号、メールアドレス、振込手数料の扱い、返金の条件は、", page.Text(".note"), StringComparison.Ordinal);
        Assert.Single(Regex.Matches(page.Words, "決まりしだい"));
        Assert.DoesNotContain("所在地", page.Texts("dt"));
    }

    [Fact]
    public async Task What_the_office_has_decided_stands_in_its_row()
    {
        using var site = await Site.StartAsync(new() { ["Office:Address"] = "見本の住所", ["Programme:Withdrawal"] = "見本の条件。" });

        var page = await site.Visitor().OpenAsync("/legal");

        Assert.Equal("見本の住所", page.Definition("所在地"));
        Assert.EndsWith("見本の条件。", page.Definition("辞退と返金"), StringComparison.Ordinal);
        Assert.StartsWith("販売事業者、代表者・責任者、電話番号、メールアドレス、振込手数料の扱いは、", page.Text(".note"), StringComparison.Ordinal);
    }

    private static IEnumerable<string> BannedIn(Page page) =>
        Banned.Where(word => page.Html.Body!.TextContent.Replace(OldPlaceholder, "", StringComparison.Ordinal).Contains(word, StringComparison.Ordinal));

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex("締切|申込期間|募集は|受け付けて")]
    private static partial Regex DeadlineNames();
}
