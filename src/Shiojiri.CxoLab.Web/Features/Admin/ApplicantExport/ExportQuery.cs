using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.ApplicantExport;

/// <summary>
/// Reads applications batch by batch: which ones and in which order is settled first (a number for each), so that what is written
/// down beforehand is what leaves, and memory holds one batch however many there are.
/// </summary>
internal sealed class ExportQuery(CxoLabDb db, ApplicantSearch search, CurrentStaff staff, CohortQuestions questions)
{
    private const int Batch = 200;

    public DateOnly Today => search.Today;

    public IReadOnlyList<ExportColumn> ColumnsOf(Cohort cohort) =>
        ExportColumns.Of(cohort, questions.EverAskedIn(cohort.Id), Today, hasThemes: search.Own.ThemesOf(cohort).Count > 0);

    /// <summary>The filter as a person would say it.</summary>
    public async Task<IReadOnlyList<string>> WordsAsync(ApplicantFilter filter, Cohort cohort, CancellationToken ct) =>
    [
        .. filter.Say(cohort, await AssigneeAsync(filter, ct), search.Own.SayTheme(filter, cohort)),
        .. search.Own.SayAnswer(filter, cohort) is { } answer ? new[] { answer } : [],
    ];

    public Task<int> CountAsync(ApplicantFilter filter, Cohort cohort, CancellationToken ct) => search.Find(filter, cohort).CountAsync(ct);

    public Task<List<int>> IdsAsync(ApplicantFilter filter, Cohort cohort, CancellationToken ct) =>
        search.Ordered(filter, cohort).Select(a => a.Id).ToListAsync(ct);

    /// <summary>The name behind the filter, where the person who is signed in may know it.</summary>
    private Task<string?> AssigneeAsync(ApplicantFilter filter, CancellationToken ct)
    {
        var only = staff.CohortId;
        return int.TryParse(filter.Assignee, out var id)
            ? db.StaffAccounts
                .Where(a => a.Id == id && (only == null || a.Role == Role.Administrator || a.CohortId == null || a.CohortId == only))
                .Select(a => a.DisplayName)
                .FirstOrDefaultAsync(ct)
            : Task.FromResult<string?>(null);
    }

    public async IAsyncEnumerable<IReadOnlyList<object?>> RowsAsync(
        IReadOnlyList<int> ids, IReadOnlyList<ExportColumn> columns, [EnumeratorCancellation] CancellationToken ct)
    {
        var withAnswers = columns.Any(c => c.IsAnswer);
        foreach (var batch in ids.Chunk(Batch))
        {
            foreach (var row in await ReadAsync(batch, columns, withAnswers, ct))
            {
                yield return [.. columns.Select(c => c.Value(row))];
            }
        }
    }

    private async Task<IEnumerable<ExportRow>> ReadAsync(int[] ids, IReadOnlyList<ExportColumn> columns, bool withAnswers, CancellationToken ct)
    {
        var wanted = db.Applications.AsNoTracking().Where(a => ids.Contains(a.Id)).Include(a => a.Attendance).Include(a => a.Interests).AsSplitQuery();
        var applications = await (withAnswers ? wanted.Include(a => a.Answers).Include(a => a.Merged).ThenInclude(m => m.Answers) : wanted).ToDictionaryAsync(a => a.Id, ct);
        var tags = (await db.ApplicationTags.AsNoTracking().Where(t => ids.Contains(t.ApplicationId))
            .Join(db.Tags, t => t.TagId, n => n.Id, (t, n) => new { t.ApplicationId, n.Name })
            .ToListAsync(ct)).OrderBy(t => t.Name, StringComparer.Ordinal).ToLookup(t => t.ApplicationId, t => t.Name);
        var reviews = (await db.Reviews.AsNoTracking().Where(r => ids.Contains(r.ApplicationId) && r.Total != null)
            .Select(r => new { r.ApplicationId, r.ReviewerId, r.ReviewerName, Total = r.Total!.Value })
            .ToListAsync(ct)).OrderBy(r => r.ReviewerName, StringComparer.Ordinal).ToLookup(r => r.ApplicationId);
        var themes = columns.Any(c => c.Key == ExportColumns.Themes) ? await ThemesAsync(ids, ct) : null;
        var own = await OwnAsync(ids, ct);
        var assigned = applications.Values.Select(a => a.AssigneeId).OfType<int>().Distinct().ToList();
        var names = await db.StaffAccounts.Where(a => assigned.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.DisplayName, ct);

        // Erased since the order was settled: left out.
        return ids.Where(applications.ContainsKey).Select(id => new ExportRow(
            applications[id], [.. tags[id]],
            applications[id].AssigneeId is { } assignee ? names.GetValueOrDefault(assignee) : null,
            own?.Contains(id) == false || !reviews[id].Any() ? null : reviews[id].Average(r => r.Total) / 100,
            [.. reviews[id].Select(r => r.ReviewerName)])
        {
            Themes = themes?.GetValueOrDefault(id) ?? [],
        });
    }

    // With those named in applications that were put under one of these.
    private async Task<Dictionary<int, IReadOnlyList<string>>> ThemesAsync(int[] ids, CancellationToken ct) =>
        (await db.Applications.AsNoTracking()
            .Where(a => (ids.Contains(a.Id) || ids.Contains(a.MergedIntoId!.Value)) && a.Themes.Any())
            .Include(a => a.Themes)
            .AsSingleQuery()
            .OrderBy(a => a.MergedIntoId != null).ThenBy(a => a.Id)
            .ToListAsync(ct))
        .GroupBy(a => a.MergedIntoId ?? a.Id)
        .ToDictionary(g => g.Key, Application.ThemesOf);

    // Whoever is to score sees the mean only of what they have scored themselves; null: of everything.
    private async Task<HashSet<int>?> OwnAsync(int[] ids, CancellationToken ct) => !staff.ScoresBlind ? null
        : [.. await db.Reviews.Where(r => r.ReviewerId == staff.AccountId && ids.Contains(r.ApplicationId)).Select(r => r.ApplicationId).ToListAsync(ct)];
}
