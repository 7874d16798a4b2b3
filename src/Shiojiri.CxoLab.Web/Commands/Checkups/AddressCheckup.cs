using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Commands.Checkups;

/// <summary>The public address, and the way that requests take through a proxy.</summary>
internal sealed class AddressCheckup(IOptions<SiteSettings> site, IConfiguration configuration, IHostEnvironment environment) : ICheckup
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static string Subject => "address";

    public async IAsyncEnumerable<Finding> LookAsync([EnumeratorCancellation] CancellationToken ct)
    {
        if (!Uri.TryCreate(site.Value.PublicBaseUrl, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            yield break; // the settings' own fault, told already
        }

        if (url is { Scheme: "http", IsLoopback: true } && !environment.IsDevelopment())
        {
            yield return Finding.Warn($"Site:PublicBaseUrl is {url}: only this machine can use the site, and links in mails lead nowhere else.");
        }

        yield return await ResolvesAsync(url.IdnHost, ct)
            ? Finding.Ok($"{url.IdnHost} has an address.")
            : Finding.Warn($"{url.IdnHost} has no address here: visitors need one in the DNS.");
        yield return Proxies(url);
        yield return await AskAsync(url, ct);
    }

    private Finding Proxies(Uri url)
    {
        var trusted = site.Value.TrustedProxies;
        if (trusted.FirstOrDefault(proxy => IPNetwork.TryParse(proxy, out var network) && network.PrefixLength == 0) is { } everybody)
        {
            return Finding.Fail($"Site:TrustedProxies holds {everybody}, so that everybody can say which address they come from: name the proxies alone.");
        }

        return trusted.Length > 0 ? Finding.Ok($"{trusted.Length} proxies or networks are believed when they say who asks.")
            : url.Scheme == "https" && !ListensWithTls() ? Finding.Warn("Site:PublicBaseUrl is https, the site listens with http, and Site:TrustedProxies names no proxy: unless IIS runs the site, every request is sent back to where it came from.")
            : Finding.Ok("No proxy is believed: right where none stands in front.");
    }

    private bool ListensWithTls() =>
        $"{configuration["urls"]} {string.Join(' ', configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(end => end["Url"]))}".Contains("https://", StringComparison.OrdinalIgnoreCase)
        || configuration["https_ports"] is { Length: > 0 };

    private static async Task<bool> ResolvesAsync(string host, CancellationToken ct)
    {
        try
        {
            return (await Dns.GetHostAddressesAsync(host, ct).WaitAsync(Patience, ct)).Length > 0;
        }
        catch (Exception none) when (none is SocketException or TimeoutException)
        {
            return false;
        }
    }

    /// <summary>Asks for the home page as a visitor would.</summary>
    private static async Task<Finding> AskAsync(Uri url, CancellationToken ct)
    {
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { Timeout = Patience };
        try
        {
            using var answer = await browser.GetAsync(url, HttpCompletionOption.ResponseHeadersRead, ct);
            return (int)answer.StatusCode switch
            {
                < 300 => Finding.Ok($"{url} answers."),
                308 when answer.Headers.Location == url => Finding.Fail($"{url} sends visitors back to itself: the proxy must be named in Site:TrustedProxies and send X-Forwarded-Proto."),
                400 => Finding.Fail($"{url} is answered 400: the proxy must hand on the Host header as it came."),
                var other => Finding.Warn($"{url} is answered {other}: look at the log of the site and of the proxy."),
            };
        }
        catch (HttpRequestException untrusted) when (untrusted.HttpRequestError == HttpRequestError.SecureConnectionError)
        {
            return Finding.Warn($"{url} has no certificate that this machine trusts: visitors may be warned of it.");
        }
        catch (Exception silent) when (silent is HttpRequestException || (silent is TaskCanceledException && !ct.IsCancellationRequested))
        {
            return Finding.Ok($"Nobody answers at {url}: the site does not run, or can't be asked from here.");
        }
    }
}
