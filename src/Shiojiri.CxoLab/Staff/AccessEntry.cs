namespace Shiojiri.CxoLab.Staff;

/// <summary>Somebody looked at personal data and changed nothing (閲覧の記録): no number and no chain, so that reading waits for nobody.</summary>
public sealed class AccessEntry
{
    private AccessEntry()
    {
    }

    /// <param name="action">One of the views.</param>
    /// <param name="subject">An application number, a recipient; or empty for a list.</param>
    /// <param name="details">Which page, how many; no personal details.</param>
    /// <param name="from">The network address, where there is one.</param>
    /// <param name="nowUtc">Real time, UTC.</param>
    public AccessEntry(Actor actor, AuditAction action, string subject, string? details, string? from, DateTime nowUtc)
    {
        ArgumentOutOfRangeException.ThrowIfEqual(action.IsView(), false, nameof(action));
        AtUtc = AuditEntry.Cut(nowUtc);
        ActorId = actor.AccountId;
        ActorName = actor.Name;
        Action = action;
        Subject = subject;
        Details = details;
        From = from;
    }

    public int Id { get; private set; }

    public DateTime AtUtc { get; private set; }

    public int? ActorId { get; private set; }

    public string ActorName { get; private set; } = "";

    public AuditAction Action { get; private set; }

    public string Subject { get; private set; } = "";

    public string? Details { get; private set; }

    public string? From { get; private set; }

    /// <summary>Takes an applicant's address away, under which a mail was looked at; that somebody looked stays.</summary>
    public void EraseSubject() => Subject = "";
}
