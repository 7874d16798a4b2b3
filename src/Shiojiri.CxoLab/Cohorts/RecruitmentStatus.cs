namespace Shiojiri.CxoLab.Cohorts;

/// <summary>The one state of recruitment that every page shows (募集の状態) at an instant.</summary>
/// <param name="State">Where recruitment stands.</param>
/// <param name="CohortName">第三期, or null when its term is over or there is none.</param>
/// <param name="OpensOn">First day of recruitment, where one is set.</param>
/// <param name="ClosesOn">Deadline, where there is a cohort.</param>
/// <param name="DaysLeft">Days from today in Japan to the deadline; 0 on the last day, null when not open.</param>
/// <param name="TermHasBegun">Applications are open although the first session is over.</param>
public sealed record RecruitmentStatus(
    RecruitmentState State, string? CohortName, DateOnly? OpensOn, DateOnly? ClosesOn, int? DaysLeft, bool TermHasBegun)
{
    /// <summary>No cohort is published: the next one is being prepared.</summary>
    public static readonly RecruitmentStatus NoCohort = new(RecruitmentState.Preparing, null, null, null, null, false);

    public bool IsOpen => State == RecruitmentState.Open;

    /// <summary>募集中 / まもなく開始 / 募集終了 / 次期準備中</summary>
    public string Label => State switch
    {
        RecruitmentState.Open => "募集中",
        RecruitmentState.OpeningSoon => "まもなく開始",
        RecruitmentState.Closed => "募集終了",
        _ => "次期準備中",
    };

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
