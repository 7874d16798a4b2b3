using Microsoft.Data.Sqlite;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Commands;

/// <summary>The real program looks at a configuration that is well, and at some that are not.</summary>
public sealed class DoctorTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cxolab-doctor-").FullName;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [SqliteFact]
    public async Task A_fresh_site_in_development_lacks_nothing_but_an_administrator_and_what_staff_fill_in()
    {
        var (code, output, errors) = await LookAsync();

        Assert.Equal((0, ""), (code, string.Join('\n', errors)));
        Assert.DoesNotContain(output, line => line.StartsWith("FAIL", StringComparison.Ordinal));
        Assert.Contains("OK    settings: The site starts with these settings.", output);
        Assert.Contains("OK    database: It can be reached and is of this release.", output);
        Assert.Contains("OK    database: SQLite finds the file sound.", output);
        Assert.Contains("OK    database: It has a write-ahead log.", output);
        Assert.Contains("OK    database: It can be read and written.", output);
        Assert.Contains("OK    key file: It opens all 1 keys of Data Protection in the database.", output);
        Assert.Contains("WARN  staff: There is no administrator: take the link in the log of the next start, or staff add … --role administrator.", output);
        Assert.Contains(output, line => line.StartsWith("WARN  recruiting: 第3期 lacks what must be told before people may apply (", StringComparison.Ordinal));
    }

    [SqliteFact]
    public async Task A_mail_server_that_would_take_a_mail_gets_none()
    {
        await using var server = new LoopbackSmtp(SmtpMood.Accepts);

        var (code, output, _) = await LookAsync(Patient(server));

        Assert.Equal(0, code);
        Assert.Contains($"OK    mail: 127.0.0.1:{server.Port} answers and takes the sender. No mail was sent.", output);
        Assert.Empty(server.Accepted);
    }

    [SqliteFact]
    public Task A_wrong_port_of_the_mail_server_is_told() => FailsAsync(
        "FAIL  mail: 127.0.0.1:1 does not answer (Connection refused): check Mail:Host and Mail:Port, and whether a firewall lets them through.",
        ("Mail:Transport", "Smtp"), ("Mail:Host", "127.0.0.1"), ("Mail:Port", "1"), ("Mail:Security", "None"));

    [SqliteTheory]
    [InlineData(SmtpMood.RejectsSender, "None", "The mail server refuses the sender in Mail:From (553 not yours): it must be an address that this sign-in may send from.")]
    [InlineData(SmtpMood.RejectsRecipient, "None", "The mail server takes no mail to the address in Mail:From (550 no such user here): answers to the site's mails would come back.")]
    [InlineData(SmtpMood.Accepts, "StartTls", "127.0.0.1:{port} agrees on no TLS as Mail:Security (StartTls) wants it (The SMTP server does not support the STARTTLS extension.): 587 goes with StartTls, 465 with Tls, and the certificate must be for that name.")]
    internal async Task What_the_mail_server_refuses_is_told(SmtpMood mood, string security, string sentence)
    {
        await using var server = new LoopbackSmtp(mood);

        await FailsAsync(
            $"FAIL  mail: {sentence.Replace("{port}", $"{server.Port}", StringComparison.Ordinal)}",
            [.. Patient(server).Select(s => (s.Key, s.Key == "Mail:Security" ? security : s.Value!))]);
        Assert.Empty(server.Accepted);
    }

    [SqliteFact]
    public Task A_missing_key_file_is_told() =>
        FailsAsync("FAIL  key file: The key file /nowhere/site.key can't be read: there is no such file.", ("Secrets:KeyFile", "/nowhere/site.key"));

    [SqliteFact]
    public async Task A_key_file_that_everybody_can_read_is_told()
    {
        var key = TestKeys.WriteTo(_folder);
        FileModes.Set(key, UnixFileMode.UserRead | UnixFileMode.OtherRead);

        await FailsAsync($"FAIL  key file: Everybody on this machine can read {key}: chmod 600 it, and change it if somebody may have.");
    }

    [SqliteFact]
    public async Task A_key_file_of_another_site_is_told()
    {
        var other = Path.Combine(_folder, "other.key");
        await File.WriteAllTextAsync(other, Convert.ToBase64String(Enumerable.Repeat((byte)7, 32).ToArray()));
        FileModes.Set(other, UnixFileMode.UserRead);

        const string Mend = "the key file is not the one this database was used with. Put that one into Secrets:KeyFile, or after a change into Secrets:OlderKeyFiles:0.";
        Assert.Equal(
            [$"FAIL  key file: 1 of 1 keys of Data Protection in the database can't be opened: {Mend}", $"FAIL  key file: The audit log was sealed with another key: {Mend}"],
            await FailsAsync(null, ("Secrets:KeyFile", other)));
    }

    [SqliteFact]
    public Task A_data_folder_that_can_not_be_written_to_is_told() =>
        FailsAsync("FAIL  files: /proc can't be written to (Data:Folder): give it to the account that runs the site.", ("Data:Folder", "/proc"), ("Mail:Folder", _folder));

    [SqliteFact]
    public async Task A_database_of_an_earlier_release_is_told()
    {
        var (_, database) = await FilesAsync();
        await ChangeAsync(database, "DELETE FROM __EFMigrationsHistory WHERE MigrationId LIKE '%ThemePictures'");

        var lines = await FailsAsync(null);

        Assert.Matches("^FAIL  database: The database is of an earlier release, 1 migrations are to come \\([0-9]+_ThemePictures first\\): take a backup and run migrate\\.$", Assert.Single(lines));
    }

    [SqliteFact]
    public async Task A_database_of_a_newer_release_is_told()
    {
        var (_, database) = await FilesAsync();
        await ChangeAsync(database, "INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_Later', '10.0.0')");

        await FailsAsync("FAIL  database: The database was brought up to date by a newer release (29990101000000_Later): run that release, or restore the backup of before.");
    }

    [SqliteFact]
    public async Task A_clock_that_is_behind_is_told()
    {
        var (_, database) = await FilesAsync();
        await ChangeAsync(database, "INSERT INTO Heartbeats (AtUtc, Ballast) VALUES ('2999-01-01 00:00:00', zeroblob(1))");

        await FailsAsync("FAIL  database: What was last written there lies in the future: the clock of this machine, or of another node, is wrong.");
    }

    [SqliteFact]
    public Task An_http_address_in_Production_is_told() => FailsAsync(
        "FAIL  settings: Site:PublicBaseUrl must begin with https:// (http is for this machine itself only).",
        ("environment", "Production"), ("Site:PublicBaseUrl", "http://lab.example.jp"), ("Mail:Transport", "Folder"), ("Mail:From", "office@example.jp"));

    [SqliteFact]
    public Task A_proxy_that_could_be_anybody_is_told() => FailsAsync(
        "FAIL  address: Site:TrustedProxies holds 0.0.0.0/0, so that everybody can say which address they come from: name the proxies alone.",
        ("Site:TrustedProxies:0", "0.0.0.0/0"));

    [SqliteFact]
    public async Task A_misspelt_setting_is_told_without_its_value()
    {
        var (code, output, _) = await LookAsync(new() { ["Mail:Pasword"] = "geheim" });

        Assert.Equal(0, code);
        Assert.Contains("WARN  settings: Mail:Pasword is no setting of this site: is it misspelt?", output);
        Assert.DoesNotContain(output, line => line.Contains("geheim", StringComparison.Ordinal));
    }

    [SqliteFact]
    public async Task No_secret_is_printed_when_a_sign_in_fails()
    {
        await using var server = new LoopbackSmtp(SmtpMood.Accepts);
        var settings = new Dictionary<string, string?>(Patient(server)) { ["Mail:User"] = "site-user", ["Mail:Password"] = "geheim" };

        var (code, output, errors) = await LookAsync(settings);

        Assert.Equal(1, code);
        Assert.DoesNotContain(output.Concat(errors), line => line.Contains("geheim", StringComparison.Ordinal) || line.Contains("site-user", StringComparison.Ordinal));
    }

    // None of these servers is slow; the machine of a test may be.
    private static Dictionary<string, string?> Patient(LoopbackSmtp server) => new(server.Settings) { ["Mail:TimeoutSeconds"] = "30" };

    private Task<(int Code, string[] Output, string[] Errors)> LookAsync(Dictionary<string, string?>? settings = null) => RunAsync(settings ?? []);

    /// <summary>The faults; that it is this one alone, when one is expected.</summary>
    private async Task<string[]> FailsAsync(string? line, params (string Name, string Value)[] settings)
    {
        var (code, output, _) = await RunAsync(settings.ToDictionary(s => s.Name, s => (string?)s.Value));
        var faults = output.Where(l => l.StartsWith("FAIL", StringComparison.Ordinal)).ToArray();
        Assert.Equal(1, code);
        if (line is not null)
        {
            Assert.Equal(line, Assert.Single(faults));
        }

        return faults;
    }

    private async Task<(int Code, string[] Output, string[] Errors)> RunAsync(Dictionary<string, string?> settings)
    {
        var (key, database) = await FilesAsync();
        var all = new Dictionary<string, string?> { ["Data:Folder"] = _folder, ["Secrets:KeyFile"] = key, ["ConnectionStrings:CxoLab"] = $"Data Source={database}" };
        foreach (var (name, value) in settings)
        {
            all[name] = value;
        }

        return await CommandLine.RunAsync(all, "doctor");
    }

    private async Task<(string Key, string Database)> FilesAsync()
    {
        var (key, database) = (Path.Combine(_folder, "site.key"), Path.Combine(_folder, "cxolab.db"));
        if (!File.Exists(key))
        {
            TestKeys.WriteTo(_folder);
        }

        if (!File.Exists(database))
        {
            File.Copy(await SqliteTemplate.FileAsync(), database);
        }

        return (key, database);
    }

    private static async Task ChangeAsync(string database, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // this test's own
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
