namespace Shiojiri.CxoLab.Benchmarks.Nodes;

/// <summary>What a drill is: so many nodes, so many of them killed, so many applications on the way, every so many-th mail refused.</summary>
internal sealed record DrillPlan(int Nodes, int Kills, int Applications)
{
    public int FaultPercent { get; init; } = 20;

    /// <summary>Short, so that nobody waits for minutes until a mail of a dead node is taken up.</summary>
    public int LeaseSeconds { get; init; } = 6;

    public int Senders { get; init; } = 8;
}

/// <summary>What is left after a drill.</summary>
internal sealed record DrillResult
{
    public int Accepted { get; init; }

    /// <summary>Answered with the completion page, and not in the database.</summary>
    public int LostApplications { get; init; }

    /// <summary>Stored more than once.</summary>
    public int DoubledApplications { get; init; }

    public int Mails { get; init; }

    /// <summary>Applications without a mail, and mails of which no copy arrived.</summary>
    public int LostMails { get; init; }

    /// <summary>Copies beyond the first of each mail.</summary>
    public int DoubledMails { get; init; }

    public int Kills { get; init; }

    public int SmtpFaults { get; init; }

    public int Unacknowledged { get; init; }

    public IReadOnlyList<TimeSpan> ReadyAfter { get; init; } = [];

    /// <summary>Sendings that ended with no answer or with 503 and were pressed again.</summary>
    public int PressedAgain { get; init; }

    public TimeSpan Took { get; init; }

    public bool Holds => LostApplications == 0 && DoubledApplications == 0 && LostMails == 0 && DoubledMails <= Kills + Unacknowledged;

    public override string ToString()
    {
        var ready = ReadyAfter.Order().ToList();
        return $"""
            accepted {Accepted}, lost {LostApplications}, stored twice {DoubledApplications}
            mails {Mails}, lost {LostMails}, doubles {DoubledMails} (allowed: {Kills} kills + {Unacknowledged} unacknowledged deliveries)
            SMTP faults {SmtpFaults}, sendings pressed again {PressedAgain}
            ready again after {(ready.Count == 0 ? 0 : ready[ready.Count / 2].TotalSeconds):0.0} s (median), {(ready.Count == 0 ? 0 : ready[^1].TotalSeconds):0.0} s (longest)
            {(Holds ? "holds" : "DOES NOT HOLD")}, {Took.TotalSeconds:0} s
            """;
    }
}
