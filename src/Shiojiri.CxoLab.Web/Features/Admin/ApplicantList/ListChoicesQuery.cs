using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Questions;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.ApplicantList;

/// <summary>Reads what the list can be narrowed down by, in two statements; the counts of whole cohorts come along.</summary>
internal sealed class ListChoicesQuery(CxoLabDb db, StaffScope scope, CurrentStaff staff, UnreadCount unread, CohortQuestions questions)
{
    private const int Most = 200;

    /// <summary>The choices, and how many applications the cohort has in all.</summary>
    public async Task<(ListChoices Choices, int All)> ReadAsync(Cohort cohort, CancellationToken ct)
    {
        var people = await CohortsAndAssignees(cohort.Id).ToListAsync(ct);
        var names = await TagsAndViews(cohort.Id).ToListAsync(ct);
        var cohorts = people.Where(p => p.IsCohort).OrderByDescending(c => c.Key).ToList();
        (unread.Known, unread.KnownInquiries) = (cohorts.Sum(c => c.Unread), cohorts.FirstOrDefault()?.OpenInquiries);
        return (
            new ListChoices(
                [.. cohorts.Select(c => (c.Key, c.Name))],
                [.. names.Where(n => n.Query is null).OrderBy(n => n.Name, StringComparer.Ordinal).Select(n => n.Name)],
                [.. people.Where(p => !p.IsCohort).OrderBy(a => a.Name, StringComparer.Ordinal).Select(a => (a.Key, a.Name))],
                [.. names.Where(n => n.Query is not null).OrderBy(n => n.Name, StringComparer.Ordinal).Select(n => (n.Name, n.Query!))])
            {
                Answers = [.. questions.EverAskedIn(cohort.Id).Where(q => q.Contents.Kind.HasOptions()).Select(q => (q, questions.OptionsOf(q)))],
            },
            cohorts.SingleOrDefault(c => c.Key == cohort.Ordinal)?.All ?? 0);
    }

    internal IQueryable<NamedCount> CohortsAndAssignees(int cohortId) => scope.Cohorts
        .OrderByDescending(c => c.Ordinal)
        .Take(Most)
        .Select(c => new NamedCount
        {
            IsCohort = true,
            Key = c.Ordinal,
            Name = c.Name,
            All = db.Applications.Count(a => a.CohortId == c.Id && a.MergedIntoId == null),
            Unread = db.Applications.Count(a => a.CohortId == c.Id && a.MergedIntoId == null && a.Status == ApplicationStatus.Received),
            OpenInquiries = scope.OpenInquiries.Count(),
        })
        .Concat(db.StaffAccounts
            .Where(s => scope.Applications.Any(a => a.CohortId == cohortId && a.AssigneeId == s.Id))
            .OrderBy(s => s.DisplayName)
            .Take(Most)
            .Select(s => new NamedCount { IsCohort = false, Key = s.Id, Name = s.DisplayName, All = 0, Unread = 0, OpenInquiries = 0 }));

    // Both columns are told apart letter by letter, so no server has two orders to choose from.
    internal IQueryable<NamedQuery> TagsAndViews(int cohortId) => db.Tags
        .Where(t => t.CohortId == cohortId)
        .OrderBy(t => t.Name)
        .Take(Most)
        .Select(t => new NamedQuery { Name = t.Name, Query = null })
        .Concat(db.SavedViews
            .Where(v => v.AccountId == staff.AccountId)
            .OrderBy(v => v.Name)
            .Take(SavedViews.Most)
            .Select(v => new NamedQuery { Name = v.Name, Query = v.Query }));
}

/// <summary>A cohort by its ordinal, or an account by its id.</summary>
internal sealed class NamedCount
{
    public bool IsCohort { get; init; }

    public int Key { get; init; }

    public required string Name { get; init; }

    public int All { get; init; }

    public int Unread { get; init; }

    /// <summary>Of all that may be seen: the same in each cohort's row.</summary>
    public int OpenInquiries { get; init; }
}

/// <summary>A saved view with its query, or a tag without one.</summary>
internal sealed class NamedQuery
{
    public required string Name { get; init; }

    public string? Query { get; init; }
}
