using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Payments;

namespace Shiojiri.CxoLab.Web.Features.Admin.Decisions;

/// <summary>What was carried out together, and what has become of it.</summary>
/// <param name="AtUtc">On the programme's clock.</param>
internal sealed record DecidedPage(Guid Batch, DateTime AtUtc, string ByName, IReadOnlyList<DecidedRow> Rows)
{
    public IEnumerable<DecidedRow> Waiting => Rows.Where(r => r.Mail is { CanBeStopped: true });

    /// <summary>Whom nobody has told, since their mail was stopped.</summary>
    public IEnumerable<DecidedRow> Untold => Rows.Where(r => r.IsStanding && r.Mail is { State: MailState.Cancelled });

    /// <summary>Until when the mails are kept back, on the programme's clock; null when none is.</summary>
    public DateTime? HeldUntil => Waiting.Min(r => r.Mail!.HeldUntil);
}

/// <param name="To">What was decided.</param>
/// <param name="Status">Where the application stands now.</param>
/// <param name="Phone">Where the person is reached, when not by mail.</param>
internal sealed record DecidedRow(
    string Number, string Name, string Kana, ApplicationStatus To, ApplicationStatus Status, FeeStatus Fee, string? Phone, DecidedMail? Mail)
{
    public bool IsStanding => Status == To;
}

/// <summary>The newest mail that tells of the decision: the first one, or one that was sent again.</summary>
/// <param name="HeldUntil">On the programme's clock; null when it is not held.</param>
/// <param name="CanBeStopped">It waits, and nobody is sending it at this moment.</param>
internal sealed record DecidedMail(Guid Key, MailState State, DateTime? HeldUntil, bool CanBeStopped)
{
    /// <summary>It has left, or somebody has it in hand.</summary>
    public bool IsGone => State == MailState.Sent || (State == MailState.Queued && !CanBeStopped);
}
