using Shiojiri.CxoLab.Applications;

namespace Shiojiri.CxoLab.Cohorts;

/// <summary>What came of sending an application: taken in, noted beside the one it repeats, or refused for a named reason.</summary>
public abstract record Reception
{
    private Reception()
    {
    }

    public sealed record Accepted(Application Application) : Reception;

    public sealed record Repeated(RepeatSubmission Submission) : Reception;

    public sealed record Refused(Refusal Reason) : Reception;
}

public enum Refusal
{
    /// <summary>募集終了</summary>
    Closed,

    /// <summary>募集開始前</summary>
    NotYetOpen,
}
