using Microsoft.Extensions.Options;

namespace Shiojiri.CxoLab.Web.Hosting;

/// <summary>The hosts that the site answers for, and whether a request came by the wire that it wants.</summary>
internal sealed class KnownOrigin(IOptions<SiteSettings> site)
{
    private readonly Lazy<HashSet<string>> _hosts = new(() =>
        new(StringComparer.OrdinalIgnoreCase) { new Uri(site.Value.BaseUrl).IdnHost, "localhost", "127.0.0.1", "[::1]" });

    private string? _last;

    /// <summary>A load balancer asks for the health of a machine by its number.</summary>
    public bool Knows(HttpRequest request) =>
        request.Path.StartsWithSegments("/health", StringComparison.Ordinal) || _hosts.Value.Contains(request.Host.Host);

    /// <summary>Whether it is for a known host, has a clear end, and came over https where the site is; one that did not is redirected or refused later on.</summary>
    public bool Takes(HttpRequest request)
    {
        if ((site.Value.IsHttps && !request.IsHttps) || Framing.IsAmbiguous(request))
        {
            return false;
        }

        // Nearly every request names the same host: it is read in parts once.
        var host = request.Host.Value;
        if (host is null || (host != _last && !_hosts.Value.Contains(request.Host.Host)))
        {
            return false;
        }

        _last = host;
        return true;
    }
}
