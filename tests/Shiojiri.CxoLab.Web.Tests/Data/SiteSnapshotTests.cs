using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shiojiri.CxoLab.Settings;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Data;

/// <summary>What a site holds in memory follows the database: at once where it was saved, within seconds on every other node.</summary>
public sealed class SiteSnapshotTests
{
    [Fact]
    public async Task What_was_saved_holds_at_once_on_the_node_that_saved_it()
    {
        await using var site = await Site.StartAsync();

        await SaveAsync(site, "0263-11-1111");

        Assert.Equal("0263-11-1111", Phone(site));
    }

    [SqliteFact]
    public async Task Another_node_reads_it_without_being_told()
    {
        await using var first = await Site.StartAsync();
        await using var second = await Site.StartAsync(first.DatabaseSettings);

        await SaveAsync(first, "0263-22-2222");

        await Eventually.HoldsAsync(() => Phone(second) == "0263-22-2222");
    }

    [Fact]
    public async Task The_configuration_holds_until_somebody_saves_and_the_newest_save_after_that()
    {
        await using var site = await Site.StartAsync(new() { ["Office:Phone"] = "0263-33-3333" });
        var configured = Phone(site);

        await SaveAsync(site, "0263-44-4444");
        await SaveAsync(site, "0263-55-5555");

        Assert.Equal(("0263-33-3333", "0263-55-5555"), (configured, Phone(site)));
    }

    [Fact]
    public async Task A_cohort_has_its_own_account_until_it_gives_it_up_and_others_keep_the_sites()
    {
        await using var site = await Site.StartAsync();
        var cohort = await site.InDatabaseAsync(db => db.Cohorts.Select(c => c.Id).SingleAsync());
        var settings = site.Services.GetRequiredService<CurrentSettings>();

        await AccountAsync(site, null, "サイトの銀行");
        await AccountAsync(site, cohort, "この期の銀行");
        var own = (settings.AccountOf(cohort).Bank, settings.AccountOf(null).Bank);
        await AccountAsync(site, cohort, null);

        Assert.Equal((("この期の銀行", "サイトの銀行"), "サイトの銀行"), (own, settings.AccountOf(cohort).Bank));
        Assert.Null(settings.Revision(cohort, SettingSection.Account)!.CohortId);
    }

    private static string? Phone(Site site) => site.Services.GetRequiredService<CurrentSettings>().Contact.Phone;

    private static Task<int> SaveAsync(Site site, string phone) => StoreAsync(site, null, SettingSection.Contact, new ContactValues(Phone: phone));

    private static Task<int> AccountAsync(Site site, int? cohortId, string? bank) => StoreAsync(
        site, cohortId, SettingSection.Account, bank is null ? null : new AccountValues(bank, "支店", "普通", "1234567", "カナ"));

    private static Task<int> StoreAsync<T>(Site site, int? cohortId, SettingSection section, T? values)
        where T : class => site.InDatabaseAsync(async db =>
        {
            var scope = SettingRevision.ScopeOf(cohortId, section);
            var number = await db.SettingRevisions.CountAsync(r => r.Scope == scope) + 1;
            db.Add(SettingRevision.Of(cohortId, section, number, values, Actor.CommandLine, DateTime.UnixEpoch));
            return await db.SaveChangesAsync();
        });
}
