using Microsoft.AspNetCore.Html;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Inquiries;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Payments;
using Shiojiri.CxoLab.Web.Features.Shared;

namespace Shiojiri.CxoLab.Web.Features.Admin.Shared;

/// <summary>A state as a word in a frame, with a picture so that colour alone tells nothing. Shown by _Chip.</summary>
internal sealed record Chip(string Kind, IHtmlContent Picture, string Words)
{
    public static Chip Of(ApplicationStatus decision) => decision switch
    {
        ApplicationStatus.Received => new("new", Icon.Dot, decision.Label()),
        ApplicationStatus.UnderReview => new("info", Icon.Clock, decision.Label()),
        ApplicationStatus.Accepted => new("done", Icon.Check, decision.Label()),
        ApplicationStatus.Waitlisted => new("hold", Icon.Pause, decision.Label()),
        ApplicationStatus.Declined or ApplicationStatus.Withdrawn => new("off", Icon.Minus, decision.Label()),
        _ => throw new ArgumentOutOfRangeException(nameof(decision), decision, null),
    };

    public static Chip Of(PaymentStatus status, bool isOverdue) => (status, isOverdue) switch
    {
        (_, true) => new("late", Icon.Warning, status == PaymentStatus.Partial ? "一部入金・期限切れ" : "期限切れ"),
        (PaymentStatus.Paid, _) => new("done", Icon.Check, status.Label()),
        (PaymentStatus.Overpaid, _) => new("new", Icon.Warning, status.Label()),
        (PaymentStatus.Refunded, _) => new("off", Icon.Minus, status.Label()),
        (PaymentStatus.Unpaid or PaymentStatus.Partial, _) => new("wait", Icon.Clock, status.Label()),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    public static Chip Of(InquiryStatus status) => status switch
    {
        InquiryStatus.Open => new("new", Icon.Dot, status.Label()),
        InquiryStatus.Answered => new("info", Icon.Mail, status.Label()),
        _ => new("done", Icon.Check, status.Label()),
    };

    public static Chip Of(MailState state) => state switch
    {
        MailState.Queued => new("wait", Icon.Clock, state.Label()),
        MailState.Sent => new("done", Icon.Check, state.Label()),
        MailState.Failed => new("late", Icon.Warning, state.Label()),
        MailState.Cancelled => new("off", Icon.Minus, state.Label()),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}
