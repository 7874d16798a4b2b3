namespace Shiojiri.CxoLab.Cohorts;

/// <summary>The days on which applications are taken (募集期間): from the start of the first to the end of the last, Japan time.</summary>
/// <param name="OpensOn">Null: open since the cohort was published.</param>
/// <param name="ClosesOn">The deadline (応募締切), the whole day.</param>
public sealed record RecruitmentPeriod(DateOnly? OpensOn, DateOnly ClosesOn)
{
    /// <summary>How long after the deadline a form that was opened before it may still be sent.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(30);

    public bool IsOpenAt(DateTime utc) => HasOpenedAt(utc) && utc < JapanTime.EndOf(ClosesOn);

    public bool HasOpenedAt(DateTime utc) => OpensOn is null || utc >= JapanTime.ToUtc(OpensOn.Value, TimeOnly.MinValue);

    /// <summary>Whether a form opened at one instant may be sent at another.</summary>
    public bool Accepts(DateTime openedUtc, DateTime sentUtc) =>
        IsOpenAt(sentUtc)
        || (IsOpenAt(openedUtc) && openedUtc <= sentUtc && sentUtc < JapanTime.EndOf(ClosesOn) + Grace);
}
