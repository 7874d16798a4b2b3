using Shiojiri.CxoLab.Cohorts;

namespace Shiojiri.CxoLab.Web.Data;

/// <summary>The cohort that was read last, for showing only; nothing is decided by it.</summary>
internal sealed class LastKnownCohort
{
    public Cohort? Cohort { get; set; }
}
