using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace Shiojiri.CxoLab.Web.Hosting;

/// <summary>How often one network address may send forms.</summary>
internal sealed class SubmissionLimiter(IOptions<FormGuardSettings> settings) : IDisposable
{
    private readonly PartitionedRateLimiter<HttpContext> _submissions = PartitionedRateLimiter.CreateChained(
        NetworkLimit.Window(settings.Value.PerMinute, TimeSpan.FromMinutes(1)),
        NetworkLimit.Window(settings.Value.PerHour, TimeSpan.FromHours(1)));

    private readonly PartitionedRateLimiter<HttpContext> _steps = NetworkLimit.Window(settings.Value.StepsPerMinute, TimeSpan.FromMinutes(1));

    /// <summary>An application is about to be sent. Null when it may; else how long to wait.</summary>
    public TimeSpan? RefuseSubmission(HttpContext context) => NetworkLimit.Refuse(_submissions, context);

    /// <summary>A step on the way (check, correct).</summary>
    public TimeSpan? RefuseStep(HttpContext context) => NetworkLimit.Refuse(_steps, context);

    public void Dispose()
    {
        _submissions.Dispose();
        _steps.Dispose();
    }
}

/// <summary>
/// How often one network address may try to sign in. Each step has a count of its own, so that a whole office behind one address
/// gets as many sign-ins as passwords.
/// </summary>
internal sealed class SignInLimiter(IOptions<StaffSettings> settings) : IDisposable
{
    private readonly PartitionedRateLimiter<HttpContext> _passwords = NetworkLimit.Window(settings.Value.SignInsPerMinute, TimeSpan.FromMinutes(1));
    private readonly PartitionedRateLimiter<HttpContext> _steps = NetworkLimit.Window(settings.Value.SignInsPerMinute, TimeSpan.FromMinutes(1));
    private readonly PartitionedRateLimiter<HttpContext> _mails = NetworkLimit.Window(settings.Value.SignInsPerMinute, TimeSpan.FromMinutes(1));

    /// <summary>A password or a passkey comes. Null when it may.</summary>
    public TimeSpan? RefusePassword(HttpContext context) => NetworkLimit.Refuse(_passwords, context);

    /// <summary>A code comes.</summary>
    public TimeSpan? RefuseStep(HttpContext context) => NetworkLimit.Refuse(_steps, context);

    /// <summary>A mail is asked for, or a link from one is used.</summary>
    public TimeSpan? RefuseMail(HttpContext context) => NetworkLimit.Refuse(_mails, context);

    public void Dispose()
    {
        _passwords.Dispose();
        _steps.Dispose();
        _mails.Dispose();
    }
}

/// <summary>Counts by network address. IPv6 addresses count by their /64: one household, one network.</summary>
internal static class NetworkLimit
{
    public static TimeSpan? Refuse(PartitionedRateLimiter<HttpContext> limiter, HttpContext context)
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

    public static PartitionedRateLimiter<HttpContext> Window(int permits, TimeSpan length) =>
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
