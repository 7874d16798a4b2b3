using Shiojiri.CxoLab.Cohorts;

namespace Shiojiri.CxoLab.Web.Features.Shared;

/// <summary>What header, bar and footer of every page say about recruitment.</summary>
/// <param name="Standing">The one state everywhere.</param>
/// <param name="Cohort">Null when none is published.</param>
internal sealed record Season(Standing Standing, Cohort? Cohort)
{
    public const string Key = "Season";

    /// <summary>Under this key stands the programme's time, in UTC, when it is not the real one.</summary>
    public const string DemoKey = "DemoNowUtc";
}
