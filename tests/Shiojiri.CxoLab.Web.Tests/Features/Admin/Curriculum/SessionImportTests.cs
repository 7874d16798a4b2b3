using System.Net;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Curriculum;

/// <summary>The dates of a cohort from a table: looked at row by row, then taken.</summary>
public sealed class SessionImportTests
{
    private const string Path = "/admin/cohorts/3/sessions/import";

    private const string Table =
        "名前,はじまりの日,はじまりの時刻,おわりの時刻,場所,会場\n"
        + "成果発表会,2023-01-21,13:00,16:00,現地,スナバ\n"
        + "オリエンテーション,2022-07-21,20:30,21:30,オンライン,\n"
        + "「仕様書」作成研修,2022-07-30,11:00,17:00,現地,\n"
        + "いつかの会,そのうち,,,オンライン,\n";

    [Fact]
    public async Task Each_row_has_its_verdict_and_what_is_taken_stands_on_the_site_at_once()
    {
        using var site = await Site.StartAsync();
        var staff = await site.StaffAsync(Role.Administrator);

        var check = await staff.UploadAsync(Path, Table);
        var before = (await site.Visitor().OpenAsync("/schedule")).Body;
        var taken = await staff.TakeAsync(check, Path);
        var schedule = (await site.Visitor().OpenAsync("/schedule")).Words;

        Assert.Equal(["足します", "変わります", "同じものがあります", "入れられません"], check.Verdicts());
        Assert.Contains("日時：2022年7月20日(水) 20:30〜21:30 → 2022年7月21日(木) 20:30〜21:30", check.Texts(".pgs__note"));
        Assert.DoesNotContain("成果発表会", before, StringComparison.Ordinal);
        Assert.StartsWith("2件の日程を入れました", taken.Text(".saved"), StringComparison.Ordinal);
        Assert.Contains("成果発表会", schedule, StringComparison.Ordinal);
        Assert.Contains("前は7月20日(水) 20:30〜21:30", schedule, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_file_a_second_time_changes_nothing()
    {
        using var site = await Site.StartAsync();
        var staff = await site.StaffAsync(Role.Administrator);
        await staff.TakeAsync(await staff.UploadAsync(Path, Table), Path);

        var again = await staff.UploadAsync(Path, Table);
        var own = await staff.UploadAsync(Path, await (await staff.GetAsync(new Uri($"{Path}/current.csv", UriKind.Relative))).Content.ReadAsByteArrayAsync());

        Assert.Equal(["同じものがあります", "同じものがあります", "同じものがあります", "入れられません"], again.Verdicts());
        Assert.Equal(Enumerable.Repeat("同じものがあります", 7), own.Verdicts());
        Assert.Equal(7, await site.InDatabaseAsync(db => db.Cohorts.SelectMany(c => c.Sessions).CountAsync()));
    }

    [Fact]
    public async Task A_date_that_was_called_off_is_not_changed_by_a_table()
    {
        using var site = await Site.StartAsync();
        var staff = await site.StaffAsync(Role.Administrator);
        await site.InDatabaseAsync(async db =>
        {
            (await db.Cohorts.SelectMany(c => c.Sessions).SingleAsync(s => s.Slug == "orientation")).Cancel(DateTime.UnixEpoch);
            return await db.SaveChangesAsync();
        });

        var check = await staff.UploadAsync(Path, Table);

        Assert.Equal(("入れられません", HttpStatusCode.OK), (check.Verdicts()[1], check.Status));
        Assert.StartsWith("中止になっている日程です。", check.Texts(".pgs__note")[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_may_not_set_dates_may_not_import_them() =>
        Assert.Equal(HttpStatusCode.Forbidden, (await (await (await Site.StartAsync()).StaffAsync(Role.Viewer)).OpenAsync(Path)).Status);
}
