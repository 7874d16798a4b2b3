using System.Net.Sockets;
using Testcontainers.MsSql;

namespace Shiojiri.CxoLab.Web.Tests.Testing;

/// <summary>A SQL Server in a container, started when the first test wants it and thrown away after the run.</summary>
internal static class ServerContainer
{
    private const string EngineSocket = "/var/run/docker.sock";

    private static readonly Lazy<bool> Answers = new(Asked);

    private static readonly Lazy<Task<string>> Started = new(() => Task.Run(StartAsync));

    public static bool IsWanted { get; } = Environment.GetEnvironmentVariable("CXOLAB_TEST_CONTAINERS") == "1";

    public static bool CanRun => IsWanted && Answers.Value;

    public static Task<string> ConnectionAsync() => Started.Value;

    private static bool Asked()
    {
        if (Environment.GetEnvironmentVariable("DOCKER_HOST") is { Length: > 0 } || OperatingSystem.IsWindows())
        {
            return true;
        }

        try
        {
            using var engine = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            engine.Connect(new UnixDomainSocketEndPoint(EngineSocket));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static async Task<string> StartAsync()
    {
#pragma warning disable CS0618 // The image for which this version of the library was made.
        var container = new MsSqlBuilder().Build();
#pragma warning restore CS0618
        await container.StartAsync();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => container.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return container.GetConnectionString();
    }
}
