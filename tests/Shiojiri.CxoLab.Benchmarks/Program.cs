using Shiojiri.CxoLab.Benchmarks;

// The bare endpoint is this program again, in a process of its own as the site is.
if (args is ["--bare", var pages])
{
    await BareServer.RunAsync(pages);
    return;
}

if (await Trials.RunAsync(args))
{
    return;
}

const string Usage = "Usage: dotnet run -c Release --project tests/Shiojiri.CxoLab.Benchmarks "
    + "[-- [--only start|pages|desk|posts] [--published <folder of dotnet publish>] | --kills <times> | --soak <minutes> | --slow 1 | --stalled-mail <rounds>]";
string? Option(string name) => Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;
if (args.Length % 2 != 0 || args.Where((_, i) => i % 2 == 0).Any(a => a is not ("--only" or "--published")) || Option("--only") is not (null or "start" or "pages" or "desk" or "posts"))
{
    Console.WriteLine(Usage);
    return;
}

new Benchmark(Option("--published") is { } folder ? Path.GetFullPath(folder) : AppContext.BaseDirectory, Option("--only")).Run();
