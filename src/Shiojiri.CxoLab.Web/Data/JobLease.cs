namespace Shiojiri.CxoLab.Web.Data;

/// <summary>
/// One row a job (定期処理の記録): which node has it in hand and until when, when it last went through and what came of it. All times
/// are real ones.
/// </summary>
internal sealed class JobLease
{
    public const int MaxName = 50;
    public const int MaxOutcome = 200;

    public string Name { get; set; } = "";

    /// <summary>Drawn by the node that has it in hand; null when none has.</summary>
    public Guid? Holder { get; set; }

    /// <summary>Nobody else takes it up before: while it runs, and for a while after it failed.</summary>
    public DateTime? UntilUtc { get; set; }

    /// <summary>When the run began that last went through; before the first one, when the job was first seen.</summary>
    public DateTime LastRunUtc { get; set; }

    /// <summary>Runs that failed since.</summary>
    public int Failures { get; set; }

    /// <summary>What came of the last run, in a few words without anything personal.</summary>
    public string? LastOutcome { get; set; }
}
