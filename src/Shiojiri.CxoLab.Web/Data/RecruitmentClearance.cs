using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Data;

/// <summary>
/// Whether recruitment may be open at all: outside Development not while something is missing that the law wants told before people
/// are asked to apply (<see cref="Readiness.IsLegal"/>). Whatever shows or uses the state of recruitment asks here.
/// </summary>
internal sealed class RecruitmentClearance(CurrentSettings settings, ProgrammeClock clock, IHostEnvironment environment)
{
    /// <summary>公開前の確認 of a cohort, as the settings are now.</summary>
    public IReadOnlyList<Readiness> Of(Cohort cohort) => Readiness.Of(cohort, settings.InForce(cohort.Id), clock.Today);

    /// <summary>Recruitment stays shut, whatever its days say.</summary>
    public bool Holds(Cohort cohort) => !environment.IsDevelopment() && Of(cohort).Any(r => r.IsLegal && !r.IsReady);

    /// <summary>Those whose recruitment this keeps shut now, or will within a week, and how many items they lack.</summary>
    public IReadOnlyList<(Cohort Cohort, int Missing)> HeldSoon(IEnumerable<Cohort> cohorts) =>
        [.. GapsSoon(cohorts).Select(g => (g.Cohort, g.Gaps.Count(r => r.IsLegal))).Where(held => held.Item2 > 0)];

    /// <summary>Those that open within a week, or should be open and are kept shut, and everything that is still missing of them.</summary>
    public IReadOnlyList<(Cohort Cohort, IReadOnlyList<Readiness> Gaps)> GapsSoon(IEnumerable<Cohort> cohorts) => environment.IsDevelopment()
        ? []
        : [.. cohorts
            .Where(c => c.ClosesOn >= clock.Today && (c.OpensOn is { } opens ? opens <= clock.Today.AddDays(OpeningNotice.DaysBefore) : c.IsPublicAt(clock.UtcNow)))
            .Select(c => (c, Gaps: (IReadOnlyList<Readiness>)[.. Of(c).Where(r => !r.IsReady)]))
            .Where(soon => soon.Gaps.Any(r => r.IsLegal) || (soon.Gaps.Count > 0 && soon.c.OpensOn >= clock.Today))];

    /// <summary>The one state of recruitment that pages show.</summary>
    /// <param name="cohort">Null when none is published.</param>
    public RecruitmentStatus StatusOf(Cohort? cohort)
    {
        var status = cohort?.RecruitmentStatusAt(clock.UtcNow) ?? RecruitmentStatus.NoCohort;
        return status.IsOpen && Holds(cohort!) ? status.WithoutDay() : status;
    }
}
