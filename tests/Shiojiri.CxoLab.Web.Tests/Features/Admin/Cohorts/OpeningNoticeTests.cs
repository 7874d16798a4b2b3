using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Settings;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Jobs;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Cohorts;

/// <summary>From a week before recruitment opens administrators are told by mail what is missing.</summary>
public sealed class OpeningNoticeTests
{
    [Fact]
    public async Task Each_administrator_is_told_once_for_an_opening_day_and_anew_when_it_is_moved()
    {
        using var site = await SiteAsync(("Office:Seller", null), ("Office:Retention", null));
        await OpensAsync(site, new(2022, 6, 18));

        var early = await RunAsync(site);
        site.Clock.Advance(TimeSpan.FromDays(1));
        await RunAsync(site);
        await RunAsync(site);
        var first = await site.MailsAsync(MailKind.OpeningNotice);
        await OpensAsync(site, new(2022, 6, 17));
        await RunAsync(site);

        Assert.Equal(("nothing is missing", 2), (early, first.Count));
        Assert.All(first, mail => Assert.Equal("【塩尻CxO Lab】第三期の募集の前に、足りないものがあります", mail.Subject));
        Assert.All(first, mail => Assert.Equal(
        [
            "第三期の募集を始める日（2022年6月18日(土)）まで、あと7日です。",
            "販売者の表示（必須）: 販売者がありません",
            "  https://lab.example.jp/admin/settings/seller#values-seller",
            "個人情報の取り扱い（必須）: 保管する期間がありません",
            "  https://lab.example.jp/admin/settings/privacy#values-retention",
            "https://lab.example.jp/admin/cohorts/3",
        ], mail.Text.Split('\n').Where(line => line.Contains("第三期の募集を始める日", StringComparison.Ordinal) || line.Contains("/admin/", StringComparison.Ordinal) || line.Contains("（必須）", StringComparison.Ordinal))));
        Assert.Equal(4, (await site.MailsAsync(MailKind.OpeningNotice)).Count);
    }

    [Fact]
    public async Task A_cohort_in_preparation_is_told_of_too()
    {
        using var site = await SiteAsync(("Office:Seller", null));
        await OpensAsync(site, new(2022, 6, 12));
        await site.InDatabaseAsync(async db =>
        {
            (await db.Cohorts.SingleAsync()).Unpublish();
            return await db.SaveChangesAsync();
        });

        Assert.Equal("told 2", await RunAsync(site));
    }

    [Fact]
    public async Task Where_all_is_ready_nobody_is_told()
    {
        using var site = await SiteAsync();
        await OpensAsync(site, new(2022, 6, 12));

        Assert.Equal("nothing is missing", await RunAsync(site));
        Assert.Empty(await site.MailsAsync());
    }

    [Fact]
    public async Task What_was_put_in_meanwhile_is_missing_no_more()
    {
        using var site = await SiteAsync(("Office:Phone", null));
        await OpensAsync(site, new(2022, 6, 12));
        await site.InDatabaseAsync(db =>
        {
            db.Add(SettingRevision.Of(null, SettingSection.Contact, 1, new ContactValues("office@example.jp", "0263-00-0000"), Actor.CommandLine, DateTime.UnixEpoch));
            return db.SaveChangesAsync();
        });

        Assert.Equal("nothing is missing", await RunAsync(site));
    }

    [Fact]
    public async Task Of_four_nodes_at_once_each_administrator_has_one_mail()
    {
        using var site = await SiteAsync(("Office:Seller", null));
        await OpensAsync(site, new(2022, 6, 12));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => RunAsync(site)));

        Assert.Equal(2, (await site.MailsAsync(MailKind.OpeningNotice)).Count);
    }

    private static async Task<Site> SiteAsync(params (string Name, string? Value)[] changes)
    {
        var settings = Ready.Production;
        foreach (var (name, value) in changes)
        {
            settings[name] = value;
        }

        var site = await Site.StartAsync(settings, Outbox.StandsStill);
        await site.StaffAsync(Role.Administrator, "管理 一郎");
        await site.StaffAsync(Role.Administrator, "管理 二郎");
        await site.StaffAsync(Role.Viewer);
        return site;
    }

    private static Task<int> OpensAsync(Site site, DateOnly day) => site.InDatabaseAsync(async db =>
    {
        (await db.Cohorts.SingleAsync()).Recruit(new RecruitmentPeriod(day, new(2022, 7, 30)));
        return await db.SaveChangesAsync();
    });

    private static async Task<string> RunAsync(Site site)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetServices<IJob>().Single(j => j.Name == "opening-notice").RunAsync(CancellationToken.None);
    }
}
