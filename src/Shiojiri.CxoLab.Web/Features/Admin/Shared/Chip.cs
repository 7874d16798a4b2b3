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

    public static Chip Of(FeeStatus fee) => fee.State switch
    {
        FeeState.None => new("off", Icon.Minus, fee.State.Label()),
        FeeState.NotAsked => new("off", Icon.Clock, fee.State.Label()),
        FeeState.Asked => new("wait", Icon.Clock, fee.IsPartial ? "一部入金" : fee.State.Label()),
        FeeState.Overdue => new("late", Icon.Warning, fee.IsPartial ? "一部入金・期限切れ" : fee.State.Label()),
        FeeState.OnHold => new("hold", Icon.Pause, fee.State.Label()),
        FeeState.Settled => fee.Excess.Amount > 0 ? new("new", Icon.Warning, $"{fee.Excess}多く入金") : new("done", Icon.Check, fee.State.Label()),
        FeeState.RefundDue => new("late", Icon.Warning, $"{fee.ToGiveBack}の返金が必要"),
        _ => throw new ArgumentOutOfRangeException(nameof(fee), fee.State, null),
    };

    /// <summary>The same, with the day by which it is asked.</summary>
    public static Chip WithDay(FeeStatus fee) => Of(fee) is var chip && fee.DueOn is { } due ? chip with { Words = $"{chip.Words} {due.Month}/{due.Day}{(fee.State == FeeState.Overdue ? "" : "まで")}" } : chip;

    public static Chip Of(InquiryStatus status) => status switch
    {
        InquiryStatus.Open => new("new", Icon.Dot, status.Label()),
        InquiryStatus.Answered => new("info", Icon.Mail, status.Label()),
        InquiryStatus.Closed => new("done", Icon.Check, status.Label()),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    /// <param name="state">Whether it has left.</param>
    /// <param name="heldUntilUtc">Until when it is kept back, on the programme's clock; null when it is not.</param>
    public static Chip Of(MailState state, DateTime? heldUntilUtc) =>
        heldUntilUtc is { } until ? new("wait", Icon.Clock, $"{JapanTime.Clock(until)}に送ります") : Of(state);

    public static Chip Of(MailState state) => state switch
    {
        MailState.Queued => new("wait", Icon.Clock, state.Label()),
        MailState.Sent => new("done", Icon.Check, state.Label()),
        MailState.Failed => new("late", Icon.Warning, state.Label()),
        MailState.Cancelled => new("off", Icon.Minus, state.Label()),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}
