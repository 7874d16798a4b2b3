using System.Globalization;
using Shiojiri.CxoLab.Benchmarks.Nodes;

namespace Shiojiri.CxoLab.Benchmarks;

/// <summary>What is tried rather than measured: --kills 20 [--nodes 2] [--applications 1000], --soak 30, --slow 1, --stalled-mail 40 (rounds). The site is the one beside this program, or --published FOLDER.</summary>
internal static class Trials
{
    /// <summary>False when none of them was asked for.</summary>
    public static async Task<bool> RunAsync(string[] args)
    {
        var site = Value(args, "--published") is { } published ? Path.GetFullPath(published) : AppContext.BaseDirectory;
        if (Value(args, "--soak") is { } minutes)
        {
            await new Soak(site, double.Parse(minutes, CultureInfo.InvariantCulture)).RunAsync();
            return true;
        }

        if (Value(args, "--kills") is { } kills)
        {
            await KillAsync(site, new DrillPlan(Number(Value(args, "--nodes") ?? "2"), Number(kills), Number(Value(args, "--applications") ?? "1000")));
            return true;
        }

        if (Value(args, "--slow") is not null)
        {
            await new SlowDrill(site).RunAsync();
            return true;
        }

        if (Value(args, "--stalled-mail") is { } rounds)
        {
            await new StalledMailDrill(site, Number(rounds)).RunAsync();
            return true;
        }

        return false;
    }

    private static async Task KillAsync(string site, DrillPlan plan)
    {
        var folder = Directory.CreateTempSubdirectory("cxolab-kills-").FullName;
        try
        {
            using var drill = new KillDrill(Path.Combine(site, "Shiojiri.CxoLab.Web.dll"), folder, plan);
            var result = await drill.RunAsync();
            Console.WriteLine(result);
            Environment.ExitCode = result.Holds ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    private static string? Value(string[] args, string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
}
