using Shiojiri.CxoLab.Cohorts;

namespace Shiojiri.CxoLab.Web.Features.Shared;

/// <summary>What header, bar and footer of every page say about recruitment.</summary>
/// <param name="Cohort">Null when none is published.</param>
internal sealed record RecruitmentSummary(RecruitmentStatus RecruitmentStatus, Cohort? Cohort)
{
    public const string Key = "RecruitmentSummary";

    /// <summary>Under this key stands the programme's time, in UTC, when it is not the real one.</summary>
    public const string DemoKey = "DemoNowUtc";

    /// <summary>Whether there are past cohorts to read of (これまでの期).</summary>
    public bool HasPast { get; init; }

    /// <summary>The cohort that pages may speak of in the present: none once its term is over.</summary>
    public Cohort? Current => RecruitmentStatus.CohortName is null ? null : Cohort;
}
