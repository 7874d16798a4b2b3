using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;

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

    /// <summary>How many of them will be erased by themselves: the number that the dashboard tells too.</summary>
    public Task<int> CountToEraseAsync(IQueryable<Application> near, CancellationToken ct) => near.WillBeErased(db).CountAsync(ct);

    /// <summary>The ids of those whose person, or the one of an application under it, waits for an answer.</summary>
    public async Task<IReadOnlySet<int>> WithOpenInquiryAsync(IEnumerable<Application> applications, CancellationToken ct)
    {
        List<int> ids = [.. applications.Select(a => a.Id)];
        var asking = await ErasureQuestions.Asking(db).Where(id => ids.Contains(id)).Distinct().OrderBy(id => id).Take(ids.Count).ToListAsync(ct);
        return asking.ToHashSet();
    }

    private List<int> Ended(ApplicationStatus status, IReadOnlyDictionary<int, Cohort> cohorts, DateOnly today) =>
        [.. cohorts.Values.Where(c => Rule.DayOf(status, c) is { } day && day <= today.AddDays(Retention.NoticeDays)).Select(c => c.Id)];
}
