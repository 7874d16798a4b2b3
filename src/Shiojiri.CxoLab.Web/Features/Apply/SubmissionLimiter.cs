using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Features.Apply;

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
