using Microsoft.Playwright;

namespace Shiojiri.CxoLab.BrowserTests.Testing;

/// <summary>
/// Writes down what no visit should see, in all its tabs: requests to other hosts, errors of scripts and errors of the console, among them
/// every breach of the content security policy.
/// </summary>
internal sealed class Watch
{
    private readonly List<string> _faults = [];

    private Watch()
    {
    }

    public static Watch Over(IBrowserContext visit, BrowserSite site)
    {
        var watch = new Watch();
        visit.Request += (_, request) => watch.Note(!site.Address.IsBaseOf(new Uri(request.Url)), $"asked {request.Url}");
        visit.WebError += (_, error) => watch.Note(true, error.Error);
        visit.Console += (_, message) => watch.Note(message.Type == "error", $"{message.Text} ({message.Location})");
        return watch;
    }

    public void SawNoFault()
    {
        lock (_faults)
        {
            Assert.True(_faults.Count == 0, string.Join('\n', _faults));
        }
    }

    // Events come on threads of their own.
    private void Note(bool isFault, string fault)
    {
        if (isFault)
        {
            lock (_faults)
            {
                _faults.Add(fault);
            }
        }
    }
}
