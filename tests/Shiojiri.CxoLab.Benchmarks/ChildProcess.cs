using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Shiojiri.CxoLab.Benchmarks;

/// <summary>A server in a process of its own on a free loopback port, ended together with this object.</summary>
internal sealed class ChildProcess : IDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly Stopwatch _sinceStart;

    public ChildProcess(string dll, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> settings)
    {
        Port = FreePort();
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [dll, .. arguments])
        {
            WorkingDirectory = Path.GetDirectoryName(dll),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        start.Environment["ASPNETCORE_URLS"] = $"http://127.0.0.1:{Port}";
        _sinceStart = Stopwatch.StartNew();
        _process = Process.Start(start) ?? throw new InvalidOperationException($"{dll} did not start.");

        // Output nobody reads would fill the pipe and stop the child.
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, line) => _errors.Enqueue(line.Data ?? "");
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public int Port { get; }

    public TimeSpan Processor
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public double WorkingSetMegabytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1024.0 / 1024.0;
        }
    }

    /// <summary>The time from the start of the process to its first good answer.</summary>
    public TimeSpan WaitFor(string path)
    {
        var request = Request.Get(Port, path);
        while (_sinceStart.Elapsed < TimeSpan.FromSeconds(30) && !_process.HasExited)
        {
            try
            {
                using var client = new WireClient(Port);
                client.Expect(request, 200);
                return _sinceStart.Elapsed;
            }
            catch (SocketException)
            {
                Thread.Sleep(5);
            }
        }

        throw new InvalidOperationException($"A server did not come up:\n{string.Join('\n', _errors)}");
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
