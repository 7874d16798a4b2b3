using Shiojiri.CxoLab.Benchmarks.Nodes;
using Shiojiri.CxoLab.Web.Tests.Nodes;

namespace Shiojiri.CxoLab.Web.Tests.Testing;

/// <summary>The site in a process of its own, on the server it is shipped with and a SQLite file, for tests that send bytes.</summary>
public sealed class WireNode : IAsyncLifetime, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cxolab-wire-").FullName;
    private readonly NodeProcess _node;

    public WireNode() => _node = new NodeProcess(TwoNodes.Dll, NodeProcess.SettingsIn(_folder));

    public int Port => _node.Port;

    internal StoredRows Stored => new(Path.Combine(_folder, "cxolab.db"));

    public Task InitializeAsync() => _node.StartAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _node.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
