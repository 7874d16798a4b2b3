using System.Net;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Payments;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.ApplicantList;

/// <summary>What the list finds, counts and in which order; held against the rules' own reading of the same applications.</summary>
public sealed class ApplicantSearchTests
{
    private const string Path = "/admin/applications";

    private static readonly DateOnly Today = new(2022, 6, 10);

    [Theory]
    [InlineData("ヤマダ")]
    [InlineData("やまだ")]
    [InlineData("ﾔﾏﾀﾞ")]
    [InlineData("山田")]
    [InlineData("山田髙子")]
    [InlineData("高子　山田")]
    [InlineData("takako.y")]
    [InlineData("ＴＡＫＡＫＯ")]
    [InlineData("長野県")]
    [InlineData("長野")]
    [InlineData("090-1234")]
    [InlineData("number")]
    [InlineData("number with hyphens")]
    public async Task People_are_found_however_they_are_typed(string typed)
    {
        using var site = await Site.StartAsync();
        var made = await site.ReceiveAsync(2, (n, a) => n == 1
            ? a with { Name = "山田 髙子", Kana = "ヤマダ タカコ", Email = "takako.y@example.jp", Residence = "長野県", Phone = "09012345678" }
            : a with { Name = "鈴木 花子", Kana = "スズキ ハナコ" });
        var word = typed switch { "number" => made[0].Number[3..9], "number with hyphens" => ApplicationNumber.Grouped(made[0].Number), _ => typed };

        var page = await (await site.StaffAsync(Role.Viewer)).OpenAsync($"{Path}?q={Uri.EscapeDataString(word)}");

        Assert.Equal(["山田 髙子"], page.Texts(".alist__name a"));
    }

    public static TheoryData<string, Func<Application, bool>> Filters
    {
        get
        {
            FeeStatus Fee(Application a) => a.FeeStatusOn(Today);
            var filters = new TheoryData<string, Func<Application, bool>>
            {
                { "payment=unpaid", a => Fee(a).IsAwaited },
                { "payment=notasked", a => Fee(a).State == FeeState.NotAsked },
                { "payment=asked", a => Fee(a).State == FeeState.Asked },
                { "payment=overdue", a => Fee(a).State == FeeState.Overdue },
                { "payment=partial", a => Fee(a).IsPartial },
                { "payment=onhold", a => Fee(a).State == FeeState.OnHold },
                { "payment=paid", a => Fee(a).State == FeeState.Settled },
                { "payment=overpaid", a => Fee(a).Excess.Amount > 0 },
                { "payment=refunddue", a => Fee(a).State == FeeState.RefundDue },
                { "payment=refunded", a => a.RefundedAmount.Amount > 0 },
                { "payment=none", a => Fee(a).State == FeeState.None },
                { "assignee=none", a => a.AssigneeId is null },
                { "assignee=1", a => a.AssigneeId == 1 },
                { "status=accepted&payment=unpaid&assignee=1", a => a.Status == ApplicationStatus.Accepted && Fee(a).IsAwaited && a.AssigneeId == 1 },
                { "onSite=field-work:no", a => a.Attendance.Any(t => t.SessionId == 5 && t.Answer == AttendanceAnswer.No) },
                { "interest=" + Uri.EscapeDataString("観光"), a => a.Interests.Any(i => i.InterestAreaId == 8) },
            };
            foreach (var decision in Enum.GetValues<ApplicationStatus>())
            {
                filters.Add($"status={decision}", a => a.Status == decision);
            }

            return filters;
        }
    }

    [Theory]
    [MemberData(nameof(Filters), DisableDiscoveryEnumeration = true)]
    public async Task A_filter_finds_exactly_the_right_ones(string filter, Func<Application, bool> isMeant)
    {
        using var site = await Site.StartAsync();
        var all = await site.FillAsync();

        var page = await (await site.StaffAsync(Role.Viewer)).OpenAsync($"{Path}?{filter}");

        var expected = all.Where(isMeant).Select(a => a.Name).Order(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(expected);
        Assert.Equal(expected, page.Texts(".alist__name a").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_tag_finds_those_who_carry_it()
    {
        using var site = await Site.StartAsync();
        await site.FillAsync();

        var page = await (await site.StaffAsync(Role.Viewer)).OpenAsync($"{Path}?tag=面談済み");

        var expected = await site.InDatabaseAsync(db => db.Applications
            .Where(a => db.ApplicationTags.Any(t => t.ApplicationId == a.Id && db.Tags.Any(n => n.Id == t.TagId && n.Name == "面談済み")))
            .Select(a => a.Name).ToListAsync());
        Assert.InRange(expected.Count, 1, 49);
        Assert.Equal(expected.Order(StringComparer.Ordinal), page.Texts(".alist__name a").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Each_count_is_what_a_click_on_it_shows()
    {
        using var site = await Site.StartAsync();
        await site.FillAsync();
        var staff = await site.StaffAsync(Role.Viewer);

        var page = await staff.OpenAsync($"{Path}?q=example&status=accepted&payment=unpaid");

        foreach (var chip in page.Html.QuerySelectorAll(".fchips a"))
        {
            var target = await staff.OpenAsync(chip.GetAttribute("href")!);
            Assert.Equal((chip.TextContent, Number(chip.QuerySelector("b")!.TextContent)), (chip.TextContent, Shown(target)));
        }

        foreach (var option in page.Html.QuerySelectorAll("select[name='payment'] option"))
        {
            var target = await staff.OpenAsync($"{Path}?q=example&status=accepted&payment={option.GetAttribute("value")}");
            Assert.Equal((option.TextContent, Number(option.TextContent)), (option.TextContent, Shown(target)));
        }
    }

    [Fact]
    public async Task The_order_is_the_one_asked_for()
    {
        using var site = await Site.StartAsync();
        var all = await site.FillAsync();
        var staff = await site.StaffAsync(Role.Viewer);

        async Task<string[]> Names(string sort) => (await staff.OpenAsync($"{Path}?sort={sort}")).Texts(".alist__name a");

        Assert.Equal(all.OrderByDescending(a => a.ReceivedUtc).ThenByDescending(a => a.Id).Select(a => a.Name).Take(50), await Names("newest"));
        Assert.Equal(all.OrderBy(a => a.ReceivedUtc).ThenBy(a => a.Id).Select(a => a.Name).Take(50), await Names("oldest"));
        Assert.Equal(all.OrderBy(a => a.Kana, StringComparer.Ordinal).Select(a => a.Name).Take(50), await Names("kana"));
        Assert.Equal(all.OrderBy(a => a.DueOn == null).ThenBy(a => a.DueOn).ThenBy(a => a.Id).Select(a => a.Name).Take(50), await Names("due"));
    }

    [Theory]
    [InlineData("", 50, "101件中 1〜50件を表示")]
    [InlineData("?page=3", 1, "101件中 101〜101件を表示")]
    [InlineData("?page=4", 1, "101件中 101〜101件を表示")]
    [InlineData("?page=0", 50, "101件中 1〜50件を表示")]
    public async Task Long_lists_come_in_pages_of_fifty(string query, int rows, string words)
    {
        using var site = await Site.StartAsync();
        await site.ReceiveAsync(101);

        var page = await (await site.StaffAsync(Role.Viewer)).OpenAsync(Path + query);

        Assert.Equal((rows, words), (page.Html.QuerySelectorAll(".alist tbody tr").Length, page.Text(".shown")));
        Assert.Equal(3, page.Html.QuerySelectorAll(".pager [aria-label$='ページ']").Length);
    }

    [Theory]
    [InlineData("page=2147483647")]
    [InlineData("page=99999999999999999999")]
    [InlineData("page=-2147483648")]
    [InlineData("q=%00")]
    [InlineData("q=%EF%BF%BE%EF%BF%BF%ED%A0%80")]
    [InlineData("q=%25_%5B'%22;--")]
    [InlineData("status=7&payment=-1&sort=99")]
    [InlineData("status=Nonsense&payment=received&sort=%00")]
    [InlineData("assignee=99999999999999&onSite=field-work:7&interest=nothing")]
    [InlineData("onSite=:::&assignee=-1")]
    [InlineData("q=a&q=b&status=accepted&status=declined")]
    [InlineData("cohort=x&page=x")]
    public async Task Hostile_addresses_are_answered(string query)
    {
        using var site = await Site.StartAsync();
        await site.ReceiveAsync(1);

        var page = await (await site.StaffAsync(Role.Administrator)).OpenAsync($"{Path}?{query}");

        Assert.Equal((HttpStatusCode.OK, "申込者"), (page.Status, page.Heading));
    }

    private static int Number(string text) => int.Parse(string.Concat(text.Where(char.IsAsciiDigit)));

    private static int Shown(Page page) => page.Text(".shown") is { Length: > 0 } words ? Number(words.Split('件')[0]) : 0;
}
