using Shiojiri.CxoLab.Staff;

namespace Shiojiri.CxoLab.Applications;

/// <summary>One move of an application from one state to the next (状態の変更), kept for good.</summary>
public sealed class StatusChange
{
    public const int ReasonLimit = 200;

    private StatusChange()
    {
    }

    internal StatusChange(ApplicationStatus from, ApplicationStatus to, Actor by, DateTime atUtc, string? reason, Guid? batch)
    {
        From = from;
        To = to;
        ById = by.AccountId;
        ByName = by.Name;
        AtUtc = atUtc;
        Reason = reason;
        Batch = batch;
    }

    public int Id { get; private set; }

    public ApplicationStatus From { get; private set; }

    public ApplicationStatus To { get; private set; }

    public int? ById { get; private set; }

    public string ByName { get; private set; } = "";

    public DateTime AtUtc { get; private set; }

    /// <summary>Why a decision was taken back; else null.</summary>
    public string? Reason { get; private set; }

    /// <summary>What was carried out together (まとめて行った決定) has the same; null for what was not decided at the desk.</summary>
    public Guid? Batch { get; private set; }

    /// <summary>The reason was written by a person about a person.</summary>
    internal void EraseReason() => Reason = null;
}
