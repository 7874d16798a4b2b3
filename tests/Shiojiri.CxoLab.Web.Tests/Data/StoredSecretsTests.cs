using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Hosting.Keys;
using Shiojiri.CxoLab.Web.Tests.Commands;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Data;

/// <summary>What a release without a key file left in the database is closed at the first start, and only then.</summary>
public sealed class StoredSecretsTests
{
    private static readonly string[] OldNames = ["ListViewed", "StatusChanged", "PaymentRecorded"];

    [SqliteFact]
    public async Task A_form_protected_before_the_upgrade_still_opens_and_its_key_lies_no_longer_in_clear()
    {
        var old = await OldDatabaseAsync(lines: 0);
        using var site = await Site.StartAsync(database: old.Path);

        var opened = site.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("a form").Unprotect(old.Form);

        Assert.Equal("half filled in", opened);
        Assert.All(await site.InDatabaseAsync(db => db.DataProtectionKeys.Select(k => k.Xml!).ToListAsync()), xml => Assert.DoesNotContain("masterKey", xml, StringComparison.Ordinal));
        Assert.DoesNotContain("masterKey", await RawAsync(site), StringComparison.Ordinal);
    }

    [SqliteFact]
    public async Task A_log_without_a_key_is_sealed_once_and_says_so()
    {
        var old = await OldDatabaseAsync(lines: 3);
        using var site = await Site.StartAsync(database: old.Path);

        var (code, words) = await VerifyAuditTests.VerifyAsync(site);
        await site.Services.MigrateAsync(default);

        Assert.StartsWith("The log of an earlier release was sealed at ", words, StringComparison.Ordinal);
        Assert.Contains("The audit log holds: 4 lines, head 4:", words, StringComparison.Ordinal);
        Assert.Equal((0, words), (code, (await VerifyAuditTests.VerifyAsync(site)).Words));
        var lines = await site.InDatabaseAsync(db => db.AuditEntries.OrderBy(e => e.Sequence).Select(e => new { e.Action, e.After }).ToListAsync());
        Assert.Equal([AuditAction.ListViewed, AuditAction.StatusChanged, AuditAction.PaymentRecorded, AuditAction.LogSealed], lines.Select(l => l.Action));
        Assert.Equal("""{"Lines":3,"Whole":true,"BrokenAt":null}""", lines[^1].After);
        Assert.Equal(AuditAction.ListViewed, await site.InDatabaseAsync(db => db.AccessEntries.Select(e => e.Action).SingleAsync()));
        Assert.Equal(["list-viewed", "log-sealed", "payment-recorded", "status-changed"], await site.InDatabaseAsync(db => db.Database.SqlQuery<string>($"SELECT DISTINCT Action AS Value FROM AuditEntries ORDER BY 1").ToListAsync()));
    }

    [SqliteFact]
    public async Task A_log_that_was_broken_before_the_upgrade_says_where()
    {
        var old = await OldDatabaseAsync(lines: 3, meddling: "UPDATE AuditEntries SET ActorName = '別人' WHERE Sequence = 2");
        using var site = await Site.StartAsync(database: old.Path);

        Assert.Equal(0, (await VerifyAuditTests.VerifyAsync(site)).Code);
        Assert.Equal("""{"Lines":3,"Whole":false,"BrokenAt":2}""", await site.InDatabaseAsync(db => db.AuditEntries.Where(e => e.Action == AuditAction.LogSealed).Select(e => e.After).SingleAsync()));
    }

    [SqliteFact]
    public async Task An_authenticator_secret_in_clear_is_closed_at_the_next_start_and_still_works()
    {
        using var site = await Site.StartAsync();
        await site.AccountAsync(Role.Viewer, secondFactor: true);
        await site.InDatabaseAsync(db => db.Set<IdentityUserToken<int>>().ExecuteUpdateAsync(set => set.SetProperty(t => t.Value, SignInSteps.Secret)));

        await site.Services.MigrateAsync(default);
        var visitor = site.Visitor();
        await visitor.SignInAsync();
        var page = await visitor.EnterCodeAsync(SignInSteps.CodeAt(TimeProvider.System.GetUtcNow()));

        Assert.Equal("ダッシュボード", page.Heading);
        Assert.DoesNotContain(SignInSteps.Secret, await RawAsync(site), StringComparison.Ordinal);
    }

    [SqliteFact]
    public async Task After_a_change_of_the_key_file_the_older_one_still_opens_and_the_log_goes_on()
    {
        using var before = await Site.StartAsync();
        await VerifyAuditTests.LogAsync(before, 2);
        var form = before.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("a form").Protect("half filled in");
        var copy = Path.Combine(Directory.CreateTempSubdirectory("cxolab-rotated-").FullName, "copy.db");
        await before.InDatabaseAsync(db => db.Database.ExecuteSqlAsync($"VACUUM INTO {copy}"));

        using var site = await Site.StartAsync(new() { ["Secrets:OlderKeyFiles:0"] = before.KeyFile }, database: copy);
        await File.WriteAllTextAsync(site.KeyFile, Convert.ToBase64String(Enumerable.Repeat((byte)9, 32).ToArray()));
        await VerifyAuditTests.LogAsync(site, 2);

        Assert.Equal("half filled in", site.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("a form").Unprotect(form));
        Assert.StartsWith("The audit log holds: 4 lines", (await VerifyAuditTests.VerifyAsync(site)).Words, StringComparison.Ordinal);
    }

    [SqliteFact]
    public async Task The_first_start_in_Development_makes_a_key_file_that_only_its_owner_reads()
    {
        using var site = await Site.StartAsync(new() { ["Secrets:KeyFile"] = null });
        await site.Visitor().OpenAsync("/");

        var file = Path.Combine(Path.GetDirectoryName(site.DatabaseFile)!, "cxolab.key");
        Assert.Equal(32, Convert.FromBase64String((await File.ReadAllTextAsync(file)).Trim()).Length);
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(file) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    private static async Task<string> RawAsync(Site site)
    {
        await site.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)"));
        await using var file = new FileStream(site.DatabaseFile, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file, System.Text.Encoding.Latin1);
        return await reader.ReadToEndAsync();
    }

    // A database as the release before left it: names of actions, a chain without a key, seven digits, keys in clear.
    private static async Task<(string Path, string Form)> OldDatabaseAsync(int lines, string? meddling = null)
    {
        var folder = Directory.CreateTempSubdirectory("cxolab-old-");
        var path = System.IO.Path.Combine(folder.FullName, "old.db");
        await using var services = new ServiceCollection()
            .AddSingleton(new SiteKeys([new byte[32]]))
            .AddSingleton<SqliteWriter>()
            .AddDbContext<CxoLabDb, SqliteCxoLabDb>(options => DatabaseSetup.UseSqlite(options, $"Data Source={path}"))
            .BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CxoLabDb>();
        await db.GetService<IMigrator>().MigrateAsync("NameStatus");

        await using var old = new ServiceCollection().AddDataProtection().SetApplicationName("Shiojiri.CxoLab").PersistKeysToFileSystem(folder).Services.BuildServiceProvider();
        var form = old.GetRequiredService<IDataProtectionProvider>().CreateProtector("a form").Protect("half filled in");
        var xml = await File.ReadAllTextAsync(folder.GetFiles("key-*.xml").Single().FullName);
        await db.Database.ExecuteSqlAsync($"INSERT INTO DataProtectionKeys (FriendlyName, Xml) VALUES ('key', {xml})");

        var previous = AuditEntry.Beginning;
        foreach (var (sequence, action) in OldNames.Take(lines).Select((a, i) => (i + 1, a)))
        {
            var at = new DateTime(2026, 4, 1, 1, 2, 3, DateTimeKind.Utc).AddTicks(1_234_567 + sequence);
            var details = AuditEntry.HashOf("salt", "", "{}");
            var hash = AuditEntry.HashOf(
                sequence.ToString(CultureInfo.InvariantCulture), at.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff", CultureInfo.InvariantCulture), "", "事務局", action, "", "", details, previous);
            await db.Database.ExecuteSqlAsync(
                $"INSERT INTO AuditEntries (Sequence, AtUtc, ActorName, Action, Subject, After, Salt, DetailsHash, PreviousHash, Hash) VALUES ({sequence}, {at}, '事務局', {action}, '', '{{}}', 'salt', {details}, {previous}, {hash})");
            previous = hash;
        }

        if (meddling is not null)
        {
            await db.Database.ExecuteSqlRawAsync(meddling);
        }

        await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        SqliteConnection.ClearAllPools();
        return (path, form);
    }
}
