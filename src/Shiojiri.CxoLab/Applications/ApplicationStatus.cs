using static Shiojiri.CxoLab.Applications.ApplicationStatus;

namespace Shiojiri.CxoLab.Applications;

/// <summary>Where an application stands (審査の状態).</summary>
public enum ApplicationStatus
{
    /// <summary>受付</summary>
    Received,

    /// <summary>審査中</summary>
    UnderReview,

    /// <summary>採択</summary>
    Accepted,

    /// <summary>補欠</summary>
    Waitlisted,

    /// <summary>見送り</summary>
    Declined,

    /// <summary>辞退, by the applicant. Final: whoever comes back applies anew.</summary>
    Withdrawn,
}

/// <summary>The table of allowed moves (審査の状態の移り方). Nothing else knows them.</summary>
public static class ApplicationStatusMoves
{
    private static readonly Dictionary<ApplicationStatus, ApplicationStatus[]> Table = new()
    {
        [Received] = [UnderReview, Withdrawn],
        [UnderReview] = [Accepted, Waitlisted, Declined, Withdrawn],
        [Accepted] = [Waitlisted, Declined, Withdrawn],
        [Waitlisted] = [Accepted, Declined, Withdrawn],
        [Declined] = [Accepted, Waitlisted],
        [Withdrawn] = [],
    };

    public static IReadOnlyList<ApplicationStatus> From(ApplicationStatus decision) => Table[decision];

    public static bool Allows(ApplicationStatus from, ApplicationStatus to) => Table[from].Contains(to);

    /// <summary>受付, 審査中 …</summary>
    public static string Label(this ApplicationStatus decision) => decision switch
    {
        Received => "受付",
        UnderReview => "審査中",
        Accepted => "採択",
        Waitlisted => "補欠",
        Declined => "見送り",
        Withdrawn => "辞退",
        _ => throw new ArgumentOutOfRangeException(nameof(decision), decision, null),
    };

    /// <summary>Whether the application is still to lead to taking part: the fee is awaited.</summary>
    public static bool IsAlive(this ApplicationStatus decision) => decision is not (Declined or Withdrawn);

    /// <summary>The table as a diagram (Mermaid), for the documents.</summary>
    public static string Diagram() => string.Concat(
        "stateDiagram-v2\n    direction LR\n",
        string.Concat(Enum.GetValues<ApplicationStatus>().Select(d => $"    {d} : {d.Label()}\n")),
        "    [*] --> Received\n",
        string.Concat(Table.SelectMany(row => row.Value.Select(to => $"    {row.Key} --> {to}\n"))),
        "    Withdrawn --> [*]\n");
}
