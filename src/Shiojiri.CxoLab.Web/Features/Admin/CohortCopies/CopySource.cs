using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Briefings;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Questions;
using Shiojiri.CxoLab.Reviews;
using Shiojiri.CxoLab.Themes;
using Shiojiri.CxoLab.Web.Data;

namespace Shiojiri.CxoLab.Web.Features.Admin.CohortCopies;

/// <summary>Everything of a cohort that the next one takes over.</summary>
/// <param name="Next">The ordinal of the next cohort.</param>
internal sealed record CopySource(Cohort Cohort, int Next, IReadOnlyList<Briefing> Briefings, IReadOnlyList<ReviewCriterion> Criteria, IReadOnlyList<MailTemplate> Templates)
{
    /// <summary>Without those withdrawn from the site.</summary>
    public IReadOnlyList<Theme> Themes { get; init; } = [];

    /// <summary>Own questions of the form, drafts too.</summary>
    public IReadOnlyList<AskedQuestion> Questions { get; init; } = [];

    public IReadOnlyList<CopiedDay> Days => CohortCopy.DaysOf(Cohort, Briefings);

    /// <summary>第四期: the name that the next cohort would have.</summary>
    public string NextName => $"第{Kanji(Next)}期";

    // 1 to 99, as people write them; beyond that digits.
    private static string Kanji(int number)
    {
        const string Digits = "〇一二三四五六七八九";
        var (tens, ones) = (number / 10, number % 10);
        return number is < 1 or > 99 ? $"{number}"
            : $"{(tens > 1 ? Digits[tens] : "")}{(tens > 0 ? "十" : "")}{(ones > 0 ? Digits[ones] : "")}";
    }
}

internal sealed class CopySourceQuery(CxoLabDb db, CohortQuestions questions)
{
    public async Task<CopySource> OfAsync(Cohort cohort, CancellationToken ct) => new(
        cohort,
        await db.Cohorts.MaxAsync(c => c.Ordinal, ct) + 1,
        await db.Briefings.OfCohort(cohort).ToListAsync(ct),
        await db.ReviewCriteria.AsNoTracking().Where(c => c.CohortId == cohort.Id).OrderBy(c => c.Position).Take(100).ToListAsync(ct),
        await db.MailTemplates.AsNoTracking().Where(t => t.CohortId == cohort.Id).OrderBy(t => t.Id).Take(100).ToListAsync(ct))
    {
        Themes = await db.Themes.AsNoTracking().Where(t => t.CohortId == cohort.Id && t.WithdrawnUtc == null).OrderBy(t => t.Position).ThenBy(t => t.Id).Take(100).ToListAsync(ct),
        Questions = [.. questions.AllOf(cohort.Id).Where(q => q.RemovedUtc is null)],
    };
}
