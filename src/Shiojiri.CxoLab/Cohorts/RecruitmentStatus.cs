namespace Shiojiri.CxoLab.Cohorts;

/// <summary>The one state of recruitment that every page shows (募集の状態) at an instant.</summary>
/// <param name="CohortName">第三期, or null when its term is over or there is none.</param>
/// <param name="DaysLeft">Days from today in Japan to the deadline; 0 on the last day, null when not open.</param>
/// <param name="TermHasBegun">Applications are open although the first session is over.</param>
public sealed record RecruitmentStatus(
    RecruitmentState State, string? CohortName, DateOnly? OpensOn, DateOnly? ClosesOn, int? DaysLeft, bool TermHasBegun)
{
    /// <summary>No cohort is published: the next one is being prepared.</summary>
    public static readonly RecruitmentStatus NoCohort = new(RecruitmentState.Preparing, null, null, null, null, false);

    /// <summary>まもなく開始, and nobody can say when: its days have come, and something is still missing.</summary>
    public RecruitmentStatus WithoutDay() => this with { State = RecruitmentState.OpeningSoon, OpensOn = null, DaysLeft = null, TermHasBegun = false };

    public bool IsOpen => State == RecruitmentState.Open;

    /// <summary>募集中 / まもなく開始 / 募集終了 / 次期準備中</summary>
    public string Label => State.Label();

    /// <summary>あと50日; 本日締切 on the last day.</summary>
    public string? DaysLeftText => DaysLeft switch
    {
        null => null,
        0 => "本日締切",
        var days => $"あと{days}日",
    };
}

public enum RecruitmentState
{
    Open,
    OpeningSoon,
    Closed,
    Preparing,
}

public static class RecruitmentStateLabel
{
    /// <summary>募集中, まもなく開始 …</summary>
    public static string Label(this RecruitmentState state) => state switch
    {
        RecruitmentState.Open => "募集中",
        RecruitmentState.OpeningSoon => "まもなく開始",
        RecruitmentState.Closed => "募集終了",
        RecruitmentState.Preparing => "次期準備中",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}
