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

if (args is not ([] or ["--published", _]))
{
    Console.WriteLine("Usage: dotnet run -c Release --project tests/Shiojiri.CxoLab.Benchmarks [-- --published <folder of dotnet publish> | --kills <times> | --soak <minutes>]");
    return;
}

new Benchmark(args.Length == 0 ? AppContext.BaseDirectory : Path.GetFullPath(args[1])).Run();
