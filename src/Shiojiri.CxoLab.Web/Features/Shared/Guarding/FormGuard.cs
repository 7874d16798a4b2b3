using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Options;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Features.Shared.Guarding;

/// <summary>
/// Guards a public form against programs and forged posts. It is asked by the actions, in sight, because each refusal shows the page
/// again with everything that was typed, which a filter could not.
/// </summary>
internal sealed class FormGuard(
    IAntiforgery antiforgery, SubmissionLimiter limiter, IOptions<FormGuardSettings> settings, ILogger<FormGuard> logger)
{
    public async Task<FormNotice?> RefuseStepAsync(HttpContext context) =>
        limiter.RefuseStep(context) is not null ? TooOften(context) : await TokenFaultAsync(context);

    public async Task<FormNotice?> RefuseSubmissionAsync(HttpContext context) =>
        await TokenFaultAsync(context) ?? (limiter.RefuseSubmission(context) is not null ? TooOften(context) : null);

    /// <summary>A question is about to be sent: counted by itself, by the same numbers as an application.</summary>
    public async Task<FormNotice?> RefuseInquiryAsync(HttpContext context) =>
        await TokenFaultAsync(context) ?? (limiter.RefuseInquiry(context) is not null ? TooOften(context) : null);

    /// <summary>A summary of one's applications is asked for by mail.</summary>
    public async Task<FormNotice?> RefuseSummaryAsync(HttpContext context) =>
        await TokenFaultAsync(context) ?? (limiter.RefuseSummary(context) is not null ? TooOften(context) : null);

    /// <param name="memo">The field that people don't see.</param>
    /// <param name="context">The request.</param>
    public bool IsFilledByProgram(string? memo, HttpContext context)
    {
        if (string.IsNullOrEmpty(memo))
        {
            return false;
        }

        SecurityLog.HiddenFieldFilled(logger, context.TraceIdentifier);
        return true;
    }

    /// <summary>Nobody reads and fills in the form in no time. Whoever seems to (a browser that fills it in by itself) is only kept waiting.</summary>
    public Task HoldAsync(FormTicket ticket, DateTime nowUtc, CancellationToken ct)
    {
        var minimum = TimeSpan.FromSeconds(settings.Value.MinimumSeconds);
        var remaining = minimum - (nowUtc - ticket.OpenedUtc);
        return remaining > TimeSpan.Zero && remaining <= minimum ? Task.Delay(remaining, ct) : Task.CompletedTask;
    }

    public void LogFaults(int count, HttpContext context) => SecurityLog.FormFaults(logger, count, context.TraceIdentifier);

    private async Task<FormNotice?> TokenFaultAsync(HttpContext context)
    {
        if (await antiforgery.IsRequestValidAsync(context))
        {
            return null;
        }

        SecurityLog.FormTokenFailed(logger, context.TraceIdentifier);
        return FormNotice.Expired;
    }

    private FormNotice TooOften(HttpContext context)
    {
        SecurityLog.RateLimited(logger, context.TraceIdentifier);
        return FormNotice.TooOften;
    }
}
