using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace Shiojiri.CxoLab.Web.Hosting;

/// <summary>How often one network address may send forms. IPv6 addresses count by their /64: one household, one network.</summary>
internal sealed class SubmissionLimiter(IOptions<FormGuardSettings> settings) : IDisposable
{
    private readonly PartitionedRateLimiter<HttpContext> _submissions = PartitionedRateLimiter.CreateChained(
        Window(settings.Value.PerMinute, TimeSpan.FromMinutes(1)),
        Window(settings.Value.PerHour, TimeSpan.FromHours(1)));

    private readonly PartitionedRateLimiter<HttpContext> _steps = Window(settings.Value.StepsPerMinute, TimeSpan.FromMinutes(1));

    /// <summary>An application is about to be sent. Null when it may; else how long to wait.</summary>
    public TimeSpan? RefuseSubmission(HttpContext context) => Refuse(_submissions, context);

    /// <summary>A step on the way (check, correct).</summary>
    public TimeSpan? RefuseStep(HttpContext context) => Refuse(_steps, context);

    public void Dispose()
    {
        _submissions.Dispose();
        _steps.Dispose();
    }

    private static TimeSpan? Refuse(PartitionedRateLimiter<HttpContext> limiter, HttpContext context)
    {
        using var lease = limiter.AttemptAcquire(context);
        if (lease.IsAcquired)
        {
            return null;
        }

        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1);
        context.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return wait;
    }

    private static PartitionedRateLimiter<HttpContext> Window(int permits, TimeSpan length) =>
        PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetFixedWindowLimiter(
            Network(context.Connection.RemoteIpAddress),
            _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = length, QueueLimit = 0 }));

    private static string Network(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes()[..8]),
        _ => address.ToString(),
    };
}
