using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;

namespace Shiojiri.CxoLab.Web.Features.Admin.Applications;

/// <summary>Who stands before and after an application in the order of a list, the nearest first on both sides.</summary>
internal sealed record ApplicantNeighbours(IQueryable<Application> Before, IQueryable<Application> After)
{
    public static ApplicantNeighbours Of(ApplicantSearch search, ApplicantFilter filter, Cohort cohort, Application application)
    {
        var found = search.Find(filter, cohort);
        var (id, at, kana, due) = (application.Id, application.ReceivedUtc, application.KanaSortKey, application.DueOn);
        var newer = found.Where(x => x.ReceivedUtc > at || (x.ReceivedUtc == at && x.Id > id)).OrderBy(x => x.ReceivedUtc).ThenBy(x => x.Id);
        var older = found.Where(x => x.ReceivedUtc < at || (x.ReceivedUtc == at && x.Id < id)).OrderByDescending(x => x.ReceivedUtc).ThenByDescending(x => x.Id);
#pragma warning disable CA1309 // the column's own order is meant, by which the list is sorted
        return filter.SortAsked switch
        {
            ApplicantSort.Oldest => new(older, newer),
            ApplicantSort.Kana => new(
                found.Where(x => string.Compare(x.KanaSortKey, kana) < 0 || (x.KanaSortKey == kana && x.Id < id)).OrderByDescending(x => x.KanaSortKey).ThenByDescending(x => x.Id),
                found.Where(x => string.Compare(x.KanaSortKey, kana) > 0 || (x.KanaSortKey == kana && x.Id > id)).OrderBy(x => x.KanaSortKey).ThenBy(x => x.Id)),
            ApplicantSort.Due => ByDue(found, due, id),
            ApplicantSort.Score => ByScore(search.Scored(found), application),
            ApplicantSort.Newest => new(newer, older),
            var sort => throw new ArgumentOutOfRangeException(nameof(filter), sort, null),
        };
#pragma warning restore CA1309
    }

    // Whoever is asked for nothing comes last.
    private static ApplicantNeighbours ByDue(IQueryable<Application> found, DateOnly? due, int id)
    {
        var before = due is null
            ? found.Where(x => x.DueOn != null || x.Id < id)
            : found.Where(x => x.DueOn < due || (x.DueOn == due && x.Id < id));
        var after = due is null
            ? found.Where(x => x.DueOn == null && x.Id > id)
            : found.Where(x => x.DueOn == null || x.DueOn > due || (x.DueOn == due && x.Id > id));
        return new(
            before.OrderByDescending(x => x.DueOn == null).ThenByDescending(x => x.DueOn).ThenByDescending(x => x.Id),
            after.OrderBy(x => x.DueOn == null).ThenBy(x => x.DueOn).ThenBy(x => x.Id));
    }

    private static ApplicantNeighbours ByScore(IQueryable<ScoredApplication> scored, Application application)
    {
        var (id, at) = (application.Id, application.ReceivedUtc);
        var own = scored.Where(s => s.Application.Id == id).Select(s => s.Score);
        return new(
            scored
                .Where(s => s.Score > own.FirstOrDefault() || (s.Score == own.FirstOrDefault()
                    && (s.Application.ReceivedUtc > at || (s.Application.ReceivedUtc == at && s.Application.Id > id))))
                .OrderBy(s => s.Score).ThenBy(s => s.Application.ReceivedUtc).ThenBy(s => s.Application.Id).Select(s => s.Application),
            scored
                .Where(s => s.Score < own.FirstOrDefault() || (s.Score == own.FirstOrDefault()
                    && (s.Application.ReceivedUtc < at || (s.Application.ReceivedUtc == at && s.Application.Id < id))))
                .OrderByDescending(s => s.Score).ThenByDescending(s => s.Application.ReceivedUtc).ThenByDescending(s => s.Application.Id).Select(s => s.Application));
    }
}
