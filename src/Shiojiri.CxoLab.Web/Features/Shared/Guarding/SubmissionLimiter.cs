using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Features.Shared.Guarding;

/// <summary>How often one network address may send forms.</summary>
internal sealed class SubmissionLimiter(IOptions<FormGuardSettings> settings) : IDisposable
{
    private readonly PartitionedRateLimiter<HttpContext> _submissions = Sending(settings.Value);

    private readonly PartitionedRateLimiter<HttpContext> _inquiries = Sending(settings.Value);

    private readonly PartitionedRateLimiter<HttpContext> _summaries = NetworkLimit.Window(settings.Value.SummariesPerMinute, TimeSpan.FromMinutes(1));

    private readonly PartitionedRateLimiter<HttpContext> _steps = NetworkLimit.Window(settings.Value.StepsPerMinute, TimeSpan.FromMinutes(1));

    /// <summary>An application is about to be sent. Null when it may; else how long to wait.</summary>
    public TimeSpan? RefuseSubmission(HttpContext context) => NetworkLimit.Refuse(_submissions, context);

    /// <summary>A question is about to be sent.</summary>
    public TimeSpan? RefuseInquiry(HttpContext context) => NetworkLimit.Refuse(_inquiries, context);

    /// <summary>A summary is asked for by mail.</summary>
    public TimeSpan? RefuseSummary(HttpContext context) => NetworkLimit.Refuse(_summaries, context);

    /// <summary>A step on the way (check, correct).</summary>
    public TimeSpan? RefuseStep(HttpContext context) => NetworkLimit.Refuse(_steps, context);

    public void Dispose()
    {
        _submissions.Dispose();
        _inquiries.Dispose();
        _summaries.Dispose();
        _steps.Dispose();
    }

    private static PartitionedRateLimiter<HttpContext> Sending(FormGuardSettings settings) => PartitionedRateLimiter.CreateChained(
        NetworkLimit.Window(settings.PerMinute, TimeSpan.FromMinutes(1)),
        NetworkLimit.Window(settings.PerHour, TimeSpan.FromHours(1)));
}
