using System.Diagnostics;
using OpenTelemetry;

namespace Shiojiri.CxoLab.Web.Hosting.Telemetry;

/// <summary>
/// Leaves of a request's span what can hold nothing personal. An address may hold the key of an application, a query a name that was searched for, and
/// what a client says of itself may hold anything; so what is to stay is named, not what is to go.
/// </summary>
internal sealed class SpanCleaner : BaseProcessor<Activity>
{
    private static readonly HashSet<string> Kept =
    [
        "http.request.method", "http.response.status_code", "http.route", "network.protocol.version", "url.scheme", "error.type",
    ];

    public override void OnEnd(Activity data)
    {
        foreach (var (name, _) in data.TagObjects.ToList())
        {
            if (!Kept.Contains(name))
            {
                data.SetTag(name, null);
            }
        }

        data.DisplayName = $"{data.GetTagItem("http.request.method")} {data.GetTagItem("http.route")}".Trim();
        data.SetStatus(data.Status);
        data.TraceStateString = null;
    }
}
