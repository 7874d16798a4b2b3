using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Web.Features.Shared;

namespace Shiojiri.CxoLab.Web.Features.Admin.Mail;

internal sealed record MailRow(
    Guid Key, MailKind Kind, string Recipient, string? Name, string? Number, string Subject, MailState State, int Attempts,
    string? LastError, DateTime QueuedUtc, DateTime? SentUtc, bool IsResent, MailRefusal? StoppedBecause, DateTime NextAttemptUtc)
{
    /// <summary>Until when it is kept back, real time; null when it is not.</summary>
    public DateTime? HeldUntilAt(DateTime nowUtc) => OutgoingMail.HeldUntil(State, Attempts, NextAttemptUtc, nowUtc);
}

internal sealed record MailListPage(
    MailFilter Filter, IReadOnlyDictionary<MailState, int> Counts, IReadOnlyList<MailRow> Rows, int Total, int Pages)
{
    public int Page => Filter.Page ?? 1;

    public int First => (Page - 1) * MailQuery.PageSize + 1;
}

/// <param name="NowUtc">Real time, UTC.</param>
internal sealed record MailPage(OutgoingMail Mail, ResendForm Form, IReadOnlyList<FieldError> Errors, string? Trouble, DateTime NowUtc)
{
    /// <summary>Its body carries a secret link.</summary>
    public bool IsClosed => Mail.Kind.IsForStaff();

    /// <summary>Until when it is kept back, real time.</summary>
    public DateTime? HeldUntil => Mail.HeldUntilAt(NowUtc);

    /// <summary>A person stopped it although the decision it tells of stands.</summary>
    public bool IsUntold => Mail is { State: MailState.Cancelled, StoppedBecause: null, Application: { IsErased: false } about } && MailKinds.Announcing(about.Status) == Mail.Kind;

    public bool CanCancel => Mail.CanBeCancelledAt(NowUtc);

    public bool CanResend => MailService.CanBeResent(Mail);
}

internal sealed class ResendForm
{
    /// <summary>Drawn when the form was shown: the same form never sends twice.</summary>
    public Guid? Ticket { get; set; }

    public string? Preface { get; set; }
}
