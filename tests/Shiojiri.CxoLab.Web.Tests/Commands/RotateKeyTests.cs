using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Commands;

/// <summary>A new key file takes over; the older one is then needed for the log alone.</summary>
public sealed class RotateKeyTests
{
    [SqliteFact]
    public async Task After_a_rotation_forms_and_authenticators_hold_without_the_older_file_and_the_log_holds_with_it()
    {
        using var before = await Site.StartAsync();
        await before.AccountAsync(Role.Administrator, secondFactor: true);
        await VerifyAuditTests.LogAsync(before, 2);
        var form = before.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("a form").Protect("half filled in");
        var newer = Path.Combine(Path.GetDirectoryName(before.KeyFile)!, "newer.key");
        await File.WriteAllTextAsync(newer, Convert.ToBase64String(Enumerable.Repeat((byte)9, 32).ToArray()));

        var (code, output, errors) = await RotateAsync(before, newer, older: before.KeyFile);
        var again = await RotateAsync(before, newer, older: before.KeyFile);

        Assert.Equal((0, ""), (code, string.Join('\n', errors)));
        Assert.Equal("1 keys were closed with the key file of now, 0 were so already. Older files are needed for earlier lines of the audit log alone.", Assert.Single(output));
        Assert.StartsWith("0 keys were closed with the key file of now, 1 were so already.", Assert.Single(again.Output), StringComparison.Ordinal);

        using var site = await Site.StartAsync(new(before.DatabaseSettings) { ["Secrets:KeyFile"] = newer });
        var visitor = site.Visitor();
        await visitor.SignInAsync();
        Assert.Equal("half filled in", site.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("a form").Unprotect(form));
        Assert.Equal("ダッシュボード", (await visitor.EnterCodeAsync(SignInSteps.CodeAt(TimeProvider.System.GetUtcNow()))).Heading);

        using var verifying = await Site.StartAsync(new(before.DatabaseSettings) { ["Secrets:KeyFile"] = newer, ["Secrets:OlderKeyFiles:0"] = before.KeyFile });
        Assert.Equal((1, 0), ((await VerifyAuditTests.VerifyAsync(site)).Code, (await VerifyAuditTests.VerifyAsync(verifying)).Code));
    }

    [SqliteFact]
    public async Task Without_the_file_that_closed_them_the_keys_are_left_as_they_are()
    {
        using var site = await Site.StartAsync();
        var other = Path.Combine(Path.GetDirectoryName(site.KeyFile)!, "other.key");
        await File.WriteAllTextAsync(other, Convert.ToBase64String(Enumerable.Repeat((byte)9, 32).ToArray()));

        var (code, _, errors) = await RotateAsync(site, other, older: null);

        Assert.Equal((1, "1 keys can't be opened by any key file: put the one that they were made with into Secrets:OlderKeyFiles."), (code, Assert.Single(errors)));
    }

    private static Task<(int Code, string[] Output, string[] Errors)> RotateAsync(Site site, string file, string? older)
    {
        var settings = new Dictionary<string, string?>(site.DatabaseSettings) { ["Data:Folder"] = Path.GetDirectoryName(site.KeyFile), ["Secrets:KeyFile"] = file };
        if (older is not null)
        {
            settings["Secrets:OlderKeyFiles:0"] = older;
        }

        return CommandLine.RunAsync(settings, "rotate-key");
    }
}
