using System.Diagnostics;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Commands;

/// <summary>A command that cannot reach its database says so in one sentence, without a stack trace, and does not end with 0.</summary>
public sealed class WithoutDatabaseTests
{
    [Theory]
    [InlineData("migrate")]
    [InlineData("verify-audit")]
    [InlineData("erase-details", "0300123457")]
    [InlineData("staff", "add", "taro@example.jp", "--role", "viewer", "--password-stdin")]
    public async Task Without_a_server_a_command_ends_with_one_sentence(params string[] command)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true, RedirectStandardOutput = true, RedirectStandardInput = true };
        var folder = Directory.CreateTempSubdirectory("cxolab-keys-");
        start.Environment["Secrets__KeyFile"] = TestKeys.WriteTo(folder.FullName);
        start.Environment["Database__Provider"] = "SqlServer";
        start.Environment["ConnectionStrings__CxoLab"] = "Server=127.0.0.1,1;User Id=a;Password=b;Connect Timeout=1";
        foreach (var word in (string[])[typeof(Program).Assembly.Location, .. command])
        {
            start.ArgumentList.Add(word);
        }

        using var process = Process.Start(start)!;
        await process.StandardInput.WriteLineAsync("塩尻の夕暮れをゆっくり歩く");
        process.StandardInput.Close();
        var (said, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();

        folder.Delete(recursive: true);

        Assert.Equal(2, process.ExitCode);
        Assert.Matches(@"^The database can't be reached or is busy \(SQL Server -?\d+\): nothing was done\. Check ConnectionStrings:CxoLab and whether the server runs\.\n$", await error);
        Assert.DoesNotContain("   at ", await said, StringComparison.Ordinal);
    }
}
