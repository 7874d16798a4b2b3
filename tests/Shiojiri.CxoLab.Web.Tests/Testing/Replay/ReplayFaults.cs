using System.Collections.Concurrent;

namespace Shiojiri.CxoLab.Web.Tests.Testing.Replay;

/// <summary>What is wrong, on SQL Server, with the queries that one site was the first to ask.</summary>
internal sealed class ReplayFaults
{
    private readonly ConcurrentQueue<string> _found = new();

    public void Add(string fault) => _found.Enqueue(fault);

    /// <summary>Fails the test that used the site, and forgets.</summary>
    public void AssertNone()
    {
        var found = _found.ToList();
        _found.Clear();
        if (found.Count > 0)
        {
            Assert.Fail(string.Join("\n\n", found));
        }
    }
}
