using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Web.Data;

namespace Shiojiri.CxoLab.Web.Features.Admin.Erasure;

/// <summary>Finds the applications whose months are over, or will be within <see cref="Retention.NoticeDays"/>, by the settings of this moment.</summary>
internal sealed class RetentionQuery(CxoLabDb db, CurrentSettings settings)
{
    private const int MostCohorts = 500;

    public Retention Rule => Retention.Of(settings.Privacy);

    /// <summary>Every cohort there is, by its id.</summary>
    public Task<Dictionary<int, Cohort>> CohortsAsync(CancellationToken ct) =>
        db.Cohorts.AsNoTracking().OrderByDescending(c => c.Ordinal).Take(MostCohorts).ToDictionaryAsync(c => c.Id, ct);

    /// <summary>Those at or near their day, kept back or not.</summary>
    /// <param name="within">Those that whoever asks may see.</param>
    public IQueryable<Application> Near(IQueryable<Application> within, IReadOnlyDictionary<int, Cohort> cohorts, DateOnly today)
    {
        var (members, others) = (Ended(ApplicationStatus.Accepted, cohorts, today), Ended(ApplicationStatus.Declined, cohorts, today));
        return within.Where(a => a.ErasedUtc == null && a.MergedIntoId == null
            && ((a.Status == ApplicationStatus.Accepted && members.Contains(a.CohortId)) || (a.Status != ApplicationStatus.Accepted && others.Contains(a.CohortId))));
    }

    private List<int> Ended(ApplicationStatus status, IReadOnlyDictionary<int, Cohort> cohorts, DateOnly today) =>
        [.. cohorts.Values.Where(c => Rule.DayOf(status, c) is { } day && day <= today.AddDays(Retention.NoticeDays)).Select(c => c.Id)];
}
