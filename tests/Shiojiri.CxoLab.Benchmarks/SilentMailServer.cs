using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Shiojiri.CxoLab.Benchmarks;

/// <summary>
/// A mail server that takes connections and never greets. The sender's few slots wait for it, a minute each, and so it rests without
/// any switch in the site: the honest way to see an application without the mail that follows it.
/// </summary>
internal sealed class SilentMailServer : IDisposable
{
    // The system accepts on the listener's behalf; nobody here ever answers.
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public SilentMailServer() => _listener.Start(backlog: 100);

    public IReadOnlyDictionary<string, string> Settings() => new Dictionary<string, string>
    {
        ["Mail__Transport"] = "Smtp",
        ["Mail__Host"] = "127.0.0.1",
        ["Mail__Port"] = ((IPEndPoint)_listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture),
        ["Mail__Security"] = "None",
        ["Mail__TimeoutSeconds"] = "60",
    };

    public void Dispose() => _listener.Dispose();
}
