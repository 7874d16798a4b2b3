using System.Net;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Publications;

/// <summary>When visitors see a cohort, and that nothing of it is seen before.</summary>
public sealed class PublicationsTests
{
    private static readonly string[] Told = ["/", "/recruit", "/schedule", "/briefings", "/apply", "/schedule.ics"];

    private static readonly string[] Slugs = ["secret-session", "briefing-secret-briefing", "orientation", "deadline"];

    private const string Path = "/admin/cohorts/4/publication";
    private const string Form = "form.form";
    private const string RemovalForm = "form[action$='/removal']";

    [Fact]
    public async Task A_cohort_that_is_not_published_appears_on_no_public_page_whatever_is_asked_for()
    {
        using var site = await Site.StartAsync();
        await site.Visitor().ApplyAsync();
        await site.FourthAsync(site.Clock.GetUtcNow().UtcDateTime.AddHours(1));
        var key = await site.InDatabaseAsync(db => db.Applications.Select(a => a.Key).SingleAsync());
        var found = new List<string>();
        var addresses = PublicAddresses(site, key);

        foreach (var address in addresses)
        {
            var body = (await site.Visitor().OpenAsync(address)).Body;
            found.AddRange(Fourth.Secrets.Where(s => body.Contains(s, StringComparison.Ordinal)).Select(s => $"{address}: {s}"));
        }

        Assert.Empty(found);
        Assert.InRange(addresses.Count, 20, int.MaxValue);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor().OpenAsync("/schedule/secret-session.ics")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor().OpenAsync("/schedule/briefing-secret-briefing.ics")).Status);

        // Against an empty reading: an hour later all of it is there.
        site.Clock.Advance(TimeSpan.FromHours(2));
        var pages = string.Concat(await Task.WhenAll(Told.Select(async p => (await site.Visitor().OpenAsync(p)).Body)));
        Assert.All(Fourth.Secrets, secret => Assert.Contains(secret, pages, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Publishing_tells_what_changes_and_switches_the_site()
    {
        using var site = await Site.StartAsync();
        await site.FourthAsync();
        var staff = await site.StaffAsync(Role.Administrator);

        var page = await staff.OpenAsync(Path);
        var done = await staff.PostAsync(Path, page.Fields(Form));

        Assert.Equal("第四期を公開しますか", page.Heading);
        Assert.Equal(
            [
                "ホーム、募集要項、スケジュール、説明会が、第三期から第四期に替わります。", "募集は公開と同時に始まり、2023年7月29日(土) 23:59まで（日本時間）受け付けます。",
                "いま募集中の第三期には、サイトから申し込めなくなります。入力の途中の方には、第四期の内容をもう一度お見せします。",
            ],
            page.Texts(".effects li"));
        Assert.Equal("第四期を公開しました", done.Text(".saved"));
        Assert.Equal("第四期メンバー 募集要項", (await site.Visitor().OpenAsync("/recruit")).Heading);
        Assert.Contains("第四期を公開。2022年6月10日(金) 9:00から", (await staff.OpenAsync("/admin/audit")).Body.Replace("09:00", "9:00", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_of_the_cohort_before_does_not_become_an_application_for_the_next_unseen()
    {
        using var site = await Site.StartAsync();
        await site.FourthAsync(site.Clock.GetUtcNow().UtcDateTime.AddHours(1));
        // Nothing to be asked of it on site, so that the answers of the third fit.
        await site.InDatabaseAsync(db => db.Database.ExecuteSqlAsync($"UPDATE CurriculumSessions SET Place = 'Online' WHERE Slug = 'secret-session'"));
        await site.ReadAnewAsync();
        var visitor = site.Visitor();
        var shown = await visitor.CheckAsync();

        site.Clock.Advance(TimeSpan.FromHours(2));
        var refused = await visitor.SendAsync(shown);
        var sent = await visitor.SendAsync(refused);

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("99,000円（税込）", refused.Words, StringComparison.Ordinal);
        Assert.Equal("お申し込みを受け付けました", sent.Heading);
        Assert.Equal([99_000], (await site.InDatabaseAsync(db => db.Applications.Select(a => a.Fee).ToListAsync())).Select(f => f.Amount));
    }

    [Fact]
    public async Task It_can_be_published_at_a_day_and_time_in_Japan_which_may_be_moved_and_given_up()
    {
        using var site = await Site.StartAsync();
        await site.FourthAsync();
        var staff = await site.StaffAsync(Role.Administrator);

        var planned = await staff.PostAsync(Path, With(await staff.OpenAsync(Path), ("When", "later"), ("On", "6/20"), ("At", "午前9時")));
        var moved = await staff.PostAsync(Path, With(await staff.OpenAsync(Path), ("When", "later"), ("On", "令和4年6月21日"), ("At", "10:30")));
        site.Clock.SetUtcNow(new DateTimeOffset(2022, 6, 21, 10, 29, 59, JapanTime.Offset));
        var before = await site.Visitor().OpenAsync("/recruit");
        site.Clock.Advance(TimeSpan.FromSeconds(1));
        var after = await site.Visitor().OpenAsync("/recruit");
        await staff.PostAsync($"{Path}/removal", (await staff.OpenAsync(Path)).Fields(RemovalForm));

        Assert.Equal("第四期を2022年6月20日(月) 09:00に公開します", planned.Text(".saved"));
        Assert.Equal("第四期を2022年6月21日(火) 10:30に公開します", moved.Text(".saved"));
        Assert.Equal(("第三期メンバー 募集要項", "第四期メンバー 募集要項"), (before.Heading, after.Heading));
        Assert.Equal("第三期メンバー 募集要項", (await site.Visitor().OpenAsync("/recruit")).Heading);
    }

    [Theory]
    [InlineData("", "", "", "When", "いつ公開するかを選んでください")]
    [InlineData("later", "来週", "9:00", "On", "公開する日を 2022-07-20 や 7/20 のように入力してください")]
    [InlineData("later", "6/20", "25:00", "At", "公開する時刻を 9:00 のように入力してください")]
    [InlineData("later", "2022-06-10", "8:59", "On", "これから来る日時を入力してください")]
    public async Task A_fault_is_told_at_its_field_and_nothing_typed_is_lost(string when, string on, string at, string field, string message)
    {
        using var site = await Site.StartAsync();
        await site.FourthAsync();
        var staff = await site.StaffAsync(Role.Administrator);

        var page = await staff.PostAsync(Path, With(await staff.OpenAsync(Path), ("When", when), ("On", on), ("At", at)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(($"エラー {message}", on, at), (page.Text($"#{field.ToLowerInvariant()}-error"), page.Fields(Form)["On"], page.Fields(Form)["At"]));
    }

    [Fact]
    public async Task Once_somebody_has_applied_it_stays_also_for_a_page_opened_before()
    {
        using var site = await Site.StartAsync();
        var staff = await site.StaffAsync(Role.Administrator);
        var opened = await staff.OpenAsync("/admin/cohorts/3/publication");
        await site.Visitor().ApplyAsync();

        var refused = await staff.PostAsync("/admin/cohorts/3/publication/removal", opened.Fields(RemovalForm));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Null(refused.Html.QuerySelector(RemovalForm));
        Assert.Contains("申し込みが届いているため、公開はやめられません。", refused.Words, StringComparison.Ordinal);
        Assert.Equal("第三期メンバー 募集要項", (await site.Visitor().OpenAsync("/recruit")).Heading);
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

    // Every address that a visitor can ask for, found in the router: one that is added tomorrow is in here.
    private static List<string> PublicAddresses(Site site, string key) =>
    [
        .. site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<ControllerActionDescriptor>() is not null && e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") != false)
            .Select(e => $"/{e.RoutePattern.RawText!.TrimStart('/')}")
            .Where(path => !path.StartsWith("/admin", StringComparison.Ordinal) && !path.StartsWith("/error", StringComparison.Ordinal))
            .SelectMany(path => path.Contains("{slug}", StringComparison.Ordinal)
                ? Slugs.Select(slug => path.Replace("{slug}", slug, StringComparison.Ordinal))
                : [path.Replace("{key}", key, StringComparison.Ordinal)])
            .Distinct(),
    ];
}
