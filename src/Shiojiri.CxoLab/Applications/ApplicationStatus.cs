using static Shiojiri.CxoLab.Applications.ApplicationStatus;

namespace Shiojiri.CxoLab.Applications;

/// <summary>Where an application stands (申し込みの状態).</summary>
public enum ApplicationStatus
{
    /// <summary>受付</summary>
    Received,

    /// <summary>審査中</summary>
    UnderReview,

    /// <summary>参加確定</summary>
    Accepted,

    /// <summary>補欠: on the waiting list</summary>
    Waitlisted,

    /// <summary>見送り</summary>
    Declined,

    /// <summary>辞退, by the applicant</summary>
    Withdrawn,
}

/// <summary>The table of allowed moves (状態の移り方). Only the operations of <see cref="Application"/> use it.</summary>
public static class ApplicationStatusMoves
{
    // Back to 審査中 leads only 決定を取り消す; from 補欠 to 受付 only 席のご案内.
    private static readonly Dictionary<ApplicationStatus, ApplicationStatus[]> Table = new()
    {
        [Received] = [UnderReview, Accepted, Waitlisted, Declined, Withdrawn],
        [UnderReview] = [Accepted, Waitlisted, Declined, Withdrawn],
        [Accepted] = [UnderReview, Waitlisted, Declined, Withdrawn],
        [Waitlisted] = [Received, UnderReview, Accepted, Declined, Withdrawn],
        [Declined] = [UnderReview, Accepted, Waitlisted],
        [Withdrawn] = [UnderReview],
    };

    /// <summary>The decisions (決定) that staff can take from a state.</summary>
    public static IReadOnlyList<ApplicationStatus> DecisionsFrom(ApplicationStatus status) => [.. Table[status].Where(IsDecision)];

    /// <summary>Whether staff can decide so.</summary>
    public static bool MayBeDecided(ApplicationStatus from, ApplicationStatus to) => to.IsDecision() && Allows(from, to);

    public static bool Allows(ApplicationStatus from, ApplicationStatus to) => Table[from].Contains(to);

    /// <summary>Whether it is a decision that the applicant is told of, and that can be taken back.</summary>
    public static bool IsDecision(this ApplicationStatus status) => status is Accepted or Waitlisted or Declined or Withdrawn;

    /// <summary>Whether how it ends is still open (受付、審査中、補欠): a place on the waiting list is a decision, and not the last one.</summary>
    public static bool IsOpen(this ApplicationStatus status) => status is Received or UnderReview or Waitlisted;

    /// <summary>受付, 審査中 …</summary>
    public static string Label(this ApplicationStatus status) => status switch
    {
        Received => "受付",
        UnderReview => "審査中",
        Accepted => "参加確定",
        Waitlisted => "補欠",
        Declined => "見送り",
        Withdrawn => "辞退",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    /// <summary>Whether the application can still lead to taking part.</summary>
    public static bool IsAlive(this ApplicationStatus status) => status is not (Declined or Withdrawn);

    /// <summary>The table as a diagram (Mermaid), for the documents.</summary>
    public static string Diagram() => string.Concat(
        "stateDiagram-v2\n    direction LR\n",
        string.Concat(Enum.GetValues<ApplicationStatus>().Select(s => $"    {s} : {s.Label()}\n")),
        "    [*] --> Received\n    [*] --> Waitlisted\n",
        string.Concat(Table.SelectMany(row => row.Value.Select(to => $"    {row.Key} --> {to}\n"))),
        "    Withdrawn --> [*]\n");
}
