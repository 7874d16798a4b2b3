using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Shiojiri.CxoLab.Web.Tests.Testing;

/// <summary>The sites that have been started and that no test is using just now, each for what it was started with. CXOLAB_TEST_OWN_SITES=1 starts one for each test.</summary>
internal static class SitePool
{
    private static readonly bool OwnSites = Environment.GetEnvironmentVariable("CXOLAB_TEST_OWN_SITES") == "1";
    private static readonly ConcurrentDictionary<Kind, ConcurrentBag<SiteHost>> Free = new();
    private static int _started;

    /// <summary>How many sites this run has started.</summary>
    public static int Started => _started;

    public static async Task<SiteHost> TakeAsync(Dictionary<string, string?>? settings, Action<IServiceCollection>? services, bool stopsTime, string? database = null)
    {
        var kind = database is null ? KindOf(settings, services, stopsTime) : null;
        if (kind is not null && Free.GetOrAdd(kind, _ => []).TryTake(out var free))
        {
            await free.ClearAsync();
            return free;
        }

        Interlocked.Increment(ref _started);
        return new SiteHost(await TestDatabase.CreateAsync(database), settings ?? [], services, stopsTime) { Kind = kind };
    }

    public static void Give(SiteHost host)
    {
        if (host.Kind is { } kind)
        {
            Free[kind].Add(host);
        }
        else
        {
            host.Dispose();
        }
    }

    // Whatever a test brings with it (settings, a broken transport) stays with that test; a watch is another one for each.
    private static Kind? KindOf(Dictionary<string, string?>? settings, Action<IServiceCollection>? services, bool stopsTime) =>
        OwnSites || settings is { Count: > 0 } || services?.Target is not (null or DatabaseWatch) ? null
        : new Kind(services?.Method, services?.Target?.GetType(), stopsTime);

    internal sealed record Kind(MethodInfo? Services, Type? Watch, bool StopsTime);
}
