using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Staff;

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
