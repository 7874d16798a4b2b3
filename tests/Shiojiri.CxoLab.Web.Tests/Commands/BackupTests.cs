using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Commands;

/// <summary>A copy is taken by a process of its own while people apply, and a site starts on it.</summary>
public sealed class BackupTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cxolab-backup-").FullName;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [SqliteFact]
    public async Task A_copy_taken_while_200_people_apply_is_sound_and_lacks_nobody_who_was_accepted_before()
    {
        using var site = await Site.StartAsync();
        var checks = await Task.WhenAll(Enumerable.Range(0, 200).Select(async i =>
        {
            var visitor = site.Visitor();
            return (Visitor: visitor, Check: await visitor.CheckAsync(("Email", $"a{i}@example.jp")));
        }));
        var accepted = 0;
        using var slots = new SemaphoreSlim(8);
        var posting = checks.Select(async one =>
        {
            await slots.WaitAsync();
            var page = await one.Visitor.SendAsync(one.Check);
            slots.Release();
            Interlocked.Increment(ref accepted);
            return page.Status;
        }).ToList();
        await Eventually.HoldsAsync(() => Volatile.Read(ref accepted) >= 20);

        var before = await site.InDatabaseAsync(db => db.Applications.Select(a => a.Number).ToListAsync());
        var (code, output, errors) = await BackUpAsync(site);

        Assert.Equal((0, ""), (code, string.Join('\n', errors)));
        Assert.All(await Task.WhenAll(posting), status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.Equal("ok", Ask<string>("PRAGMA integrity_check"));
        Assert.Equal(FileModes.OwnerAlone, FileModes.Of(Copy));
        Assert.Equal([Path.GetFileName(Copy)], Directory.GetFiles(_folder).Select(Path.GetFileName));
        var copied = Numbers();
        Assert.Empty(before.Except(copied));
        Assert.InRange(copied.Count, before.Count, 200);
        Assert.Equal(copied.Count, (int)Ask<long>("SELECT count(DISTINCT ApplicationId) FROM OutgoingMails WHERE ApplicationId IS NOT NULL"));
        Assert.StartsWith($"{Copy}: {copied.Count} applications and {copied.Count} mails, ", output[0], StringComparison.Ordinal);
        Assert.Equal(200, await site.InDatabaseAsync(db => db.Applications.CountAsync()));
    }

    [SqliteFact]
    public async Task A_site_starts_on_the_copy_is_ready_and_shows_the_applicant()
    {
        string number;
        using (var site = await Site.StartAsync())
        {
            number = await site.ApplicantAsync("塩尻 花子");
            Assert.Equal(0, (await BackUpAsync(site)).Code);
        }

        using var restored = await Site.StartAsync(database: Copy);
        var staff = await restored.StaffAsync(Role.Administrator);

        Assert.StartsWith("{\"status\":\"Healthy\"", await restored.Visitor().GetStringAsync(new Uri("/health/ready", UriKind.Relative)), StringComparison.Ordinal);
        Assert.Contains("塩尻 花子", (await staff.OpenAsync($"/admin/applications/{number}")).Words, StringComparison.Ordinal);
        Assert.Equal(0, (await VerifyAuditTests.VerifyAsync(restored)).Code);
    }

    [SqliteFact]
    public async Task A_file_that_is_there_is_left_alone()
    {
        using var site = await Site.StartAsync();
        await File.WriteAllTextAsync(Copy, "of yesterday");

        var (code, _, errors) = await BackUpAsync(site);

        Assert.Equal((1, $"{Copy} is there already: a backup is never overwritten. Give another name, or move it away."), (code, Assert.Single(errors)));
        Assert.Equal("of yesterday", await File.ReadAllTextAsync(Copy));
    }

    [SqliteFact]
    public async Task Without_a_database_none_is_made_and_nothing_is_written()
    {
        var missing = Path.Combine(_folder, "mistyped.db");

        var (code, _, errors) = await CommandLine.RunAsync(new() { ["Data:Folder"] = _folder, ["ConnectionStrings:CxoLab"] = $"Data Source={missing}" }, "backup", Copy);

        Assert.Equal((1, $"There is no database at {missing}: check ConnectionStrings:CxoLab and Data:Folder."), (code, Assert.Single(errors)));
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [SqliteFact]
    public async Task A_copy_of_a_damaged_file_is_not_taken_for_one()
    {
        using var site = await Site.StartAsync();
        await site.ApplicantsAsync(50);
        await site.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)"));
        SqliteConnection.ClearAllPools();
        var damaged = Path.Combine(_folder, "damaged.db");
        var bytes = await File.ReadAllBytesAsync(site.DatabaseFile);
        bytes.AsSpan(bytes.Length / 2, bytes.Length / 4).Fill(0xff);
        await File.WriteAllBytesAsync(damaged, bytes);

        var (code, _, errors) = await CommandLine.RunAsync(new() { ["Data:Folder"] = _folder, ["ConnectionStrings:CxoLab"] = $"Data Source={damaged}" }, "backup", Copy);

        Assert.NotEqual(0, code);
        Assert.Single(errors);
        Assert.Empty(Directory.GetFiles(_folder, "copy*"));
    }

    [Fact]
    public async Task On_SQL_Server_its_own_statement_is_told_and_nothing_of_the_connection_string()
    {
        var (code, output, errors) = await CommandLine.RunAsync(
            new() { ["Database:Provider"] = "SqlServer", ["ConnectionStrings:CxoLab"] = "Server=db.example.jp;Initial Catalog=cxolab;User Id=site;Password=geheim", ["Data:Folder"] = _folder },
            "backup",
            "/backups/cxolab.bak");

        Assert.Equal(
            (1, "SQL Server makes its own backups: BACKUP DATABASE [cxolab] TO DISK = N'/backups/cxolab.bak' WITH CHECKSUM, COMPRESSION; (the path is one of the server's; Azure SQL backs up by itself)."),
            (code, Assert.Single(errors)));
        Assert.Empty(output);
    }

    private string Copy => Path.Combine(_folder, "copy.db");

    private Task<(int Code, string[] Output, string[] Errors)> BackUpAsync(Site site) =>
        CommandLine.RunAsync(new(site.DatabaseSettings) { ["Data:Folder"] = _folder, ["Secrets:KeyFile"] = site.KeyFile }, "backup", Copy);

    private List<string> Numbers()
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Number FROM Applications";
        using var reader = command.ExecuteReader();
        var numbers = new List<string>();
        while (reader.Read())
        {
            numbers.Add(reader.GetString(0));
        }

        return numbers;
    }

    private T Ask<T>(string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // this test's own
        command.CommandText = sql;
#pragma warning restore CA2100
        return (T)command.ExecuteScalar()!;
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={Copy};Mode=ReadOnly;Pooling=False");
        connection.Open();
        return connection;
    }
}
