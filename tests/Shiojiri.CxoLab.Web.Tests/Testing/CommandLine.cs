using System.Diagnostics;

namespace Shiojiri.CxoLab.Web.Tests.Testing;

/// <summary>The real program with a command, in a process and a folder of its own.</summary>
internal static class CommandLine
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    public static async Task<(int Code, string[] Output, string[] Errors)> RunAsync(Dictionary<string, string?> settings, params string[] command)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = Path.GetTempPath() };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Serilog__MinimumLevel__Default"] = "Fatal";
        foreach (var (name, value) in settings)
        {
            start.Environment[name == "environment" ? "ASPNETCORE_ENVIRONMENT" : name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        foreach (var word in (string[])[typeof(Program).Assembly.Location, .. command])
        {
            start.ArgumentList.Add(word);
        }

        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
        await process.WaitForExitAsync(patience.Token);
        return (process.ExitCode, Lines(await output), Lines(await errors));
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
