using Microsoft.EntityFrameworkCore;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using Shiojiri.CxoLab.Web.Data;
using Xunit.Sdk;

namespace Shiojiri.CxoLab.Web.Tests.Testing;

/// <summary>What the tests themselves rest on.</summary>
public sealed class TestingTests
{
    [Fact]
    public async Task A_meeting_to_which_not_all_came_fails()
    {
        var meeting = new Meeting("Applications", TimeSpan.FromMilliseconds(200));
        using var site = await Site.StartAsync(services: meeting.Watch);
        var visitor = site.Visitor();
        var check = await visitor.CheckAsync();

        var alone = await Assert.ThrowsAnyAsync<XunitException>(() => meeting.OfAsync(() => visitor.SendAsync(check), () => visitor.OpenAsync("/")));

        Assert.StartsWith("Of 2 requests 1 met at Applications", alone.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_that_another_test_has_used_is_as_new()
    {
        using (var used = await Site.StartAsync())
        {
            await used.Visitor().ApplyAsync();
            used.Clock.Advance(TimeSpan.FromDays(90));
            await Eventually.HoldsAsync(() => Directory.Exists(used.MailFolder));
        }

        using var site = await Site.StartAsync();

        Assert.Equal((0, 0), await site.InDatabaseAsync(async db => (await db.Applications.CountAsync(), await db.OutgoingMails.CountAsync())));
        Assert.Equal("お申し込みを受け付けました", (await site.Visitor().ApplyAsync()).Heading);
        Assert.Equal(1, await site.InDatabaseAsync(db => db.Applications.Select(a => a.Id).SingleAsync()));
    }

    [Fact]
    public void The_scripts_for_a_SQL_Server_are_well_formed_and_name_every_table_but_that_of_the_keys()
    {
        using var db = new SqlServerDesignTime().CreateDbContext([]);
        var name = SqlServerScripts.NewName();
        var scripts = new[] { SqlServerScripts.Create(name), SqlServerScripts.Drop(name), SqlServerScripts.Empty() };

        var faults = scripts.SelectMany(script =>
        {
            new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(script), out var errors);
            return errors.Select(e => $"{e.Line}: {e.Message}");
        });

        Assert.Empty(faults);
        Assert.Matches("^cxolab_test_[0-9a-f]{32}$", name);
        Assert.Equal(
            db.Model.GetEntityTypes().Select(e => e.GetTableName()!).Distinct().Where(t => t is not ("DataProtectionKeys" or "SiteStamps")).Order(StringComparer.Ordinal).Select(t => $"DELETE FROM [{t}];"),
            SqlServerScripts.Empty().Split('\n').Where(line => line.StartsWith("DELETE", StringComparison.Ordinal)));
    }
}
