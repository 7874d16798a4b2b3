using System.Globalization;
using System.Linq.Expressions;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Text;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Hosting;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Shared;

/// <summary>Finds the applicants that a filter means, in its order, among those the person who is signed in may see.</summary>
internal sealed class ApplicantSearch(CxoLabDb db, StaffScope scope, CurrentStaff staff, ProgrammeClock clock, CohortFilters own)
{
    /// <summary>What the cohort has of its own to narrow by.</summary>
    public CohortFilters Own => own;

    /// <summary>The day against which due dates are held.</summary>
    public DateOnly Today => clock.Today;

    public IQueryable<Application> Find(ApplicantFilter filter, Cohort cohort)
    {
        var found = own.Narrow(Searched(SearchKey.Terms(filter.Q), scope.Applications.Where(a => a.CohortId == cohort.Id)), filter, cohort);
        if (filter.StatusAsked is { } decision)
        {
            found = found.Where(a => a.Status == decision);
        }

        if (filter.PaymentAsked is { } payment)
        {
            found = found.Where(PaymentQuestions.Is(payment, clock.Today));
        }

        if (cohort.InterestAreas.FirstOrDefault(i => i.Name == filter.Interest) is { Id: var area })
        {
            found = found.Where(a => a.Interests.Any(i => i.InterestAreaId == area));
        }

        if (OnSite(filter.OnSite, cohort) is var (session, answer))
        {
            found = found.Where(a => a.Attendance.Any(t => t.SessionId == session && t.Answer == answer));
        }

        if (!string.IsNullOrEmpty(filter.Tag))
        {
            var tag = Tag.KeyOf(filter.Tag);
            found = found.Where(a => db.ApplicationTags.Any(t => t.ApplicationId == a.Id && db.Tags.Any(known => known.Id == t.TagId && known.Key == tag)));
        }

        if (filter.Assignee == ApplicantFilter.NobodyAssigned)
        {
            found = found.Where(a => a.AssigneeId == null);
        }
        else if (int.TryParse(filter.Assignee, NumberStyles.None, CultureInfo.InvariantCulture, out var assignee))
        {
            found = found.Where(a => a.AssigneeId == assignee);
        }

        return found;
    }

    public IQueryable<Application> Ordered(ApplicantFilter filter, Cohort cohort)
    {
        var found = Find(filter, cohort);
        return filter.SortAsked switch
        {
            ApplicantSort.Oldest => found.OrderBy(a => a.ReceivedUtc).ThenBy(a => a.Id),
            ApplicantSort.Kana => found.OrderBy(a => a.KanaSortKey).ThenBy(a => a.Id),
            ApplicantSort.Due => found.OrderBy(a => a.DueOn == null).ThenBy(a => a.DueOn).ThenBy(a => a.Id),
            ApplicantSort.Score => ByScore(found),
            ApplicantSort.Newest => found.OrderByDescending(a => a.ReceivedUtc).ThenByDescending(a => a.Id),
            var sort => throw new ArgumentOutOfRangeException(nameof(filter), sort, null),
        };
    }

    /// <summary>What a search key's term finds; digits also find the number that a repeat was given, and any term what is under an application.</summary>
    public static Expression<Func<Application, bool>> IsFoundBy(string term, CxoLabDb db)
    {
        // Sought once for all applications, rather than beneath each of them.
        var numbered = db.IssuedNumbers.Where(n => n.Number.Contains(term)).Select(n => n.ApplicationId);
        var under = db.Applications.Where(m => m.MergedIntoId != null);
        var above = under.Where(m => m.SearchText.Contains(term)).Select(m => (int)m.MergedIntoId!);
        var aboveNumbered = under.Where(m => m.SearchText.Contains(term) || numbered.Contains(m.Id)).Select(m => (int)m.MergedIntoId!);
        return term.All(char.IsAsciiDigit)
            ? a => a.SearchText.Contains(term) || numbered.Contains(a.Id) || aboveNumbered.Contains(a.Id)
            : a => a.SearchText.Contains(term) || above.Contains(a.Id);
    }

    // The texts are looked through by themselves, in an index that holds nothing else; only what is found is read whole.
    private IQueryable<Application> Searched(IReadOnlyCollection<string> terms, IQueryable<Application> within)
    {
        if (terms.Count == 0)
        {
            return within;
        }

        var found = terms.Aggregate(within, (left, term) => left.Where(IsFoundBy(term, db))).Select(a => a.Id);
        return db.Applications.Where(a => found.Contains(a.Id));
    }

    private IQueryable<Application> ByScore(IQueryable<Application> found) => Scored(found)
        .OrderByDescending(s => s.Score)
        .ThenByDescending(s => s.Application.ReceivedUtc)
        .ThenByDescending(s => s.Application.Id)
        .Select(s => s.Application);

    /// <summary>
    /// Applications with the score they are ordered by. Whoever is to score sees an order only of what they have scored themselves:
    /// the others come last, as if without a score.
    /// </summary>
    public IQueryable<ScoredApplication> Scored(IQueryable<Application> found)
    {
        var all = !staff.ScoresBlind;
        var own = staff.AccountId;
        return found.Select(a => new ScoredApplication
        {
            Application = a,
            Score = all || db.Reviews.Any(r => r.ApplicationId == a.Id && r.ReviewerId == own)
                ? db.Reviews.Where(r => r.ApplicationId == a.Id).Average(r => (double?)r.Total) ?? 0
                : 0,
        });
    }

    public static (int Session, AttendanceAnswer Answer)? OnSite(string? asked, Cohort cohort) =>
        asked?.Split(':') is [var slug, var answer]
        && cohort.OnSiteSessions.FirstOrDefault(s => s.Slug == slug) is { } session
        && Enum.TryParse<AttendanceAnswer>(answer, ignoreCase: true, out var known) && Enum.IsDefined(known)
            ? (session.Id, known)
            : null;
}

internal sealed class ScoredApplication
{
    public required Application Application { get; init; }

    public double Score { get; init; }
}
