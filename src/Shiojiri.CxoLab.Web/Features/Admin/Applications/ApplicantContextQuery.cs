using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Reviews;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Applications;

/// <summary>What stands around an applicant: the place in the list, tags, and colleagues.</summary>
internal sealed class ApplicantContextQuery(CxoLabDb db, ApplicantSearch search, CurrentStaff staff, AnswersQuery answers)
{
    private const int MostShown = 200;

    /// <summary>
    /// Asks for the two neighbours and two counts, however long the list is; with them comes what this application and those under it
    /// answered to the cohort's own questions.
    /// </summary>
    public async Task<(ApplicantPlace Place, ILookup<int, AnswerLine> Answers)> PlaceAsync(Application application, Cohort cohort, ApplicantFilter filter, CancellationToken ct)
    {
        var id = application.Id;
        var people = application.Merged.Append(application).ToDictionary(a => a.Id, a => a.ReceivedUtc);
        var said = answers.Rows([.. people.Keys]);
        var list = search.Find(filter, cohort);
        var (before, after) = ApplicantNeighbours.Of(search, filter, cohort, application);
        var place = await db.Cohorts.Where(c => c.Id == cohort.Id)
            .Select(c => new
            {
                IsIn = list.Any(a => a.Id == id),
                Count = list.Count(),
                Before = before.Count(),
                Previous = before.Select(a => a.Number).FirstOrDefault(),
                Next = after.Select(a => a.Number).FirstOrDefault(),
                Answers = said.Where(s => s.CohortId == c.Id).ToList(),
            })
            .AsSingleQuery()
            .SingleAsync(ct);
        var stands = place.IsIn
            ? new ApplicantPlace(filter, place.Previous, place.Next, place.Before + 1, place.Count)
            : new ApplicantPlace(filter, null, null, null, null);
        return (stands, answers.Of(cohort.Id, people, place.Answers));
    }

    /// <summary>The tags of the cohort, and whether the application has them.</summary>
    public async Task<IReadOnlyList<(Tag Tag, bool IsOwn)>> TagsAsync(Application application, CancellationToken ct)
    {
        var (id, cohortId) = (application.Id, application.CohortId);
        var tags = await db.Tags.AsNoTracking()
            .Where(t => t.CohortId == cohortId)
            .OrderBy(t => t.Name)
            .Take(MostShown)
            .Select(t => new { Tag = t, IsOwn = db.ApplicationTags.Any(own => own.ApplicationId == id && own.TagId == t.Id) })
            .ToListAsync(ct);
        return [.. tags.Select(t => (t.Tag, t.IsOwn))];
    }

    /// <summary>Who can look after an application of a cohort.</summary>
    public async Task<IReadOnlyList<Assignee>> StaffAsync(int cohortId, CancellationToken ct) =>
        await db.StaffAccounts.AsNoTracking()
            .WhoCanCareFor(cohortId)
            .OrderBy(a => a.DisplayName)
            .Take(MostShown)
            .Select(a => new Assignee(a.Id, a.DisplayName))
            .ToListAsync(ct);

    /// <summary>Others' scores count only for whoever has scored already, or is not to score at all.</summary>
    public ReviewSummary Summary(IReadOnlyCollection<ReviewLine> reviews)
    {
        var isOwnIn = reviews.Any(r => r.ReviewerId == staff.AccountId);
        int[] totals = isOwnIn || !staff.ScoresBlind ? [.. reviews.Select(r => r.Total).OfType<int>()] : [];
        return new ReviewSummary(reviews.Count, isOwnIn, Scoring.Mean(totals), Scoring.Spread(totals));
    }
}

/// <summary>A review as the applicant's page knows it.</summary>
internal sealed record ReviewLine(int ReviewerId, string ReviewerName, DateTime FirstUtc, int? Total);
