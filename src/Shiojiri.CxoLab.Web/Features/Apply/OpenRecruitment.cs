using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Features.Apply;

/// <summary>Knows for which cohort a form may be sent now.</summary>
internal sealed class OpenRecruitment(CurrentCohort current, RecruitmentClearance clearance, ProgrammeClock clock)
{
    public DateTime UtcNow => clock.UtcNow;

    /// <summary>The cohort, when a form opened at that instant (now, if unknown) may be sent now; else null.</summary>
    public async Task<Cohort?> CohortAsync(DateTime? openedUtc, CancellationToken ct)
    {
        var now = clock.UtcNow;
        return await current.FindAsync(ct) is { } cohort && cohort.Recruitment.Accepts(openedUtc ?? now, now) && !clearance.Holds(cohort)
            ? cohort
            : null;
    }

    /// <summary>Whether the form could be sent but for something that is missing at the desk.</summary>
    public async Task<bool> IsHeldAsync(CancellationToken ct) => await current.FindAsync(ct) is { } cohort && clearance.Holds(cohort);
}
