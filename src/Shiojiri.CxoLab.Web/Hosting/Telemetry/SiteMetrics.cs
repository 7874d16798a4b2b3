using System.Diagnostics.Metrics;

namespace Shiojiri.CxoLab.Web.Hosting.Telemetry;

/// <summary>The site's own measures. A tag's value is a name of this program's own lists or a status: nothing that anybody typed gets into one.</summary>
internal sealed class SiteMetrics
{
    public const string MeterName = "Shiojiri.CxoLab";

    private readonly Counter<long> _signUps;
    private readonly Counter<long> _mails;

    public SiteMetrics(IMeterFactory meters)
    {
        Meter = meters.Create(MeterName);
        _signUps = Meter.CreateCounter<long>("cxolab.sign_ups", "{application}", "Applications that were sent, by what became of them.");
        _mails = Meter.CreateCounter<long>("cxolab.mails", "{mail}", "Attempts to deliver a mail, by what came of them.");
    }

    public Meter Meter { get; }

    /// <param name="outcome">accepted, waitlisted or repeated.</param>
    public void SignedUp(string outcome) => _signUps.Add(1, KeyValuePair.Create<string, object?>("outcome", outcome));

    /// <param name="status">What the site answered.</param>
    public void Refused(int status) =>
        _signUps.Add(1, KeyValuePair.Create<string, object?>("outcome", "refused"), KeyValuePair.Create<string, object?>("http.response.status_code", status));

    /// <param name="kind">The kind of mail.</param>
    /// <param name="outcome">sent; deferred: it is tried again; failed: a person is needed; stopped: it may not leave any more.</param>
    public void Mailed(string kind, string outcome) =>
        _mails.Add(1, KeyValuePair.Create<string, object?>("kind", kind), KeyValuePair.Create<string, object?>("outcome", outcome));
}
