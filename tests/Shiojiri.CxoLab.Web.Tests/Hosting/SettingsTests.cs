using System.Diagnostics;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Tests.Hosting;

/// <summary>What the site refuses to start with, asked of the real program in a process of its own.</summary>
public sealed class SettingsTests
{
    [Fact]
    public async Task A_production_start_without_settings_ends_at_once_with_a_sentence_for_each()
    {
        var (code, errors) = await StartAsync(new() { ["ASPNETCORE_ENVIRONMENT"] = "Production" });

        Assert.Equal(1, code);
        Assert.Equal(
            [
                "Site:PublicBaseUrl is missing: the public address of the site, such as https://www.example.jp.",
                "Mail:Host is missing: the mail server (or set Mail:Transport to Folder to write .eml files instead).",
                "Mail:From is missing: the address that mails come from.",
                "Secrets:KeyFile is missing: the file with the key that protects sign-ins and the audit log, the same on every node (openssl rand -base64 32).",
            ],
            errors);
    }

    [Fact]
    public async Task A_moved_clock_is_refused_outside_Development()
    {
        var (code, errors) = await StartAsync(new()
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["Programme__DemoStartsAt"] = "2022-06-10T09:00:00+09:00",
        });

        Assert.Equal(1, code);
        Assert.Contains("Programme:DemoStartsAt is set: the programme's clock can be moved in Development only.", errors);
    }

    [Theory]
    [InlineData("Programme__DemoStartsAt", "2022-06-10 09:00", "Programme:DemoStartsAt is no ISO 8601 time with an offset: it should look like 2022-06-10T09:00:00+09:00.")]
    [InlineData("Site__PublicBaseUrl", "lab.example.jp", "Site:PublicBaseUrl is no web address: it should look like https://www.example.jp.")]
    [InlineData("BankAccount__Bank", "塩尻銀行", "BankAccount is incomplete: Bank, Branch, Kind, Number and Holder are all needed.")]
    [InlineData("Mail__From", "office", "Mail:From is no e-mail address.")]
    [InlineData("Mail__DecisionHoldMinutes", "121", "Mail:DecisionHoldMinutes must lie between 0 and 120 (0: decisions are told at once).")]
    [InlineData("Mail__LeaseSeconds", "4", "Mail:LeaseSeconds must lie between 5 and 300.")]
    [InlineData("Mail__TimeoutSeconds", "0", "Mail:TimeoutSeconds must lie between 1 and 60.")]
    [InlineData("Programme__PaymentDays", "0", "Programme:PaymentDays must lie between 1 and 90.")]
    [InlineData("Programme__RefundDays", "0", "Programme:RefundDays must lie between 1 and 180.")]
    [InlineData("FormGuard__MinimumSeconds", "60", "FormGuard:MinimumSeconds must lie between 0 and 10.")]
    [InlineData("FormGuard__PerMinute", "0", "FormGuard:PerMinute, PerHour, StepsPerMinute and SummariesPerMinute must be 1 or more.")]
    [InlineData("Office__MemberMonths", "121", "Office:MemberMonths must lie between 0 and 120 (0: nobody is erased by itself).")]
    [InlineData("Office__InquiryMonths", "0", "Office:InquiryMonths must lie between 1 and 120.")]
    [InlineData("Site__TrustedProxies__0", "proxy", "Site:TrustedProxies holds 'proxy', which is neither an IP address nor a network such as 10.0.0.0/8.")]
    [InlineData("Mail__Port", "99999", "Mail:Port must lie between 1 and 65535.")]
    [InlineData("Office__Email", "office", "Office:Email is no e-mail address.")]
    [InlineData("Pictures__Folder", "pictures", "Pictures:Folder must be a full path, the same folder for every instance.")]
    [InlineData("Pictures__Folder", "/dev/null/pictures", "Pictures:Folder can't be written to.")]
    [InlineData("Secrets__KeyFile", "/nowhere/site.key", "The key file /nowhere/site.key can't be read: there is no such file.")]
    [InlineData("Database__Provider", "SqlSever", "Database:Provider is 'SqlSever': it must be Sqlite or SqlServer.")]
    [InlineData("Database__Provider", "SqlServer", "ConnectionStrings:CxoLab is missing: the connection string of the SQL Server database.")]
    public async Task A_setting_that_makes_no_sense_is_named(string name, string value, string fault)
    {
        var (code, errors) = await StartAsync(new() { ["ASPNETCORE_ENVIRONMENT"] = "Development", [name] = value });

        Assert.Equal((1, fault), (code, Assert.Single(errors)));
    }

    [Theory]
    [InlineData("2022-06-10T09:00:00+09:00", "2022-06-10T00:00:00Z")]
    [InlineData("2022-06-10T09:00+09:00", "2022-06-10T00:00:00Z")]
    [InlineData("2022-07-30T14:59:59Z", "2022-07-30T14:59:59Z")]
    [InlineData("2022-06-10", null)]
    [InlineData("2022-06-10T09:00:00", null)]
    [InlineData("", null)]
    public void A_demo_time_needs_its_offset(string text, string? utc) =>
        Assert.Equal(utc is null ? null : DateTimeOffset.Parse(utc), ProgrammeClock.ParseStart(text));

    [Fact]
    public async Task A_mistyped_command_does_not_start_the_site()
    {
        var (code, errors) = await StartAsync(new() { ["ASPNETCORE_ENVIRONMENT"] = "Development" }, "migrte");

        Assert.Equal((1, "There is no command 'migrte'; try --help."), (code, Assert.Single(errors)));
    }

    [Fact]
    public async Task Migrating_without_a_connection_string_says_so()
    {
        var (code, errors) = await StartAsync(new() { ["ASPNETCORE_ENVIRONMENT"] = "Development", ["Database__Provider"] = "SqlServer" }, "migrate");

        Assert.Equal((1, "ConnectionStrings:CxoLab is missing: the connection string of the SQL Server database."), (code, Assert.Single(errors)));
    }

    private static async Task<(int Code, string[] Errors)> StartAsync(Dictionary<string, string> environment, string? command = null)
    {
        var folder = Directory.CreateTempSubdirectory("cxolab-settings-").FullName;
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, "--urls", "http://127.0.0.1:0", "--Data:Folder", folder])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            WorkingDirectory = folder,
        };
        if (command is not null)
        {
            start.ArgumentList.Insert(1, command);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var errors = await process.StandardError.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        await output;
        Directory.Delete(folder, recursive: true);
        return (process.ExitCode, errors.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }
}
