using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Payments;
using Shiojiri.CxoLab.Questions;
using Shiojiri.CxoLab.Themes;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Features.Shared;

namespace Shiojiri.CxoLab.Web.Features.Admin.ApplicantList;

/// <summary>The applicants that a filter means, one page of them, with everything to narrow them down further.</summary>
internal sealed record ApplicantListPage(
    Cohort Cohort, RecruitmentStatus RecruitmentStatus, ApplicantFilter Filter, ApplicantCounts Counts, Paging Paging, IReadOnlyList<ApplicantRow> Rows, ListChoices Choices)
{
    /// <summary>The themes by which the list can be narrowed down.</summary>
    public IReadOnlyList<ShownTheme> Themes { get; init; } = [];

    /// <summary>The name somebody tried to save the filter under, and what was wrong with it.</summary>
    public string? ViewName { get; init; }

    public IReadOnlyList<FieldError> Errors { get; init; } = [];
}

/// <summary>One line of the list.</summary>
internal sealed record ApplicantRow(
    string Number, string Name, string Kana, bool IsReachedByMail, string Residence, DateTime ReceivedUtc, ApplicationStatus Status,
    FeeStatus Fee, IReadOnlyDictionary<int, AttendanceAnswer> Attendance, RowScore Score)
{
    /// <summary>Others of the cohort who may be the same person.</summary>
    public IReadOnlyList<Twin> Twins { get; init; } = [];

    /// <summary>Of the person nothing is left but the number (削除済み).</summary>
    public bool IsErased { get; init; }
}

/// <summary>Somebody of the cohort with the same name and reading, or the same telephone number.</summary>
internal sealed class Twin
{
    public int Id { get; init; }

    public required string Number { get; init; }

    public required string Name { get; init; }

    public required string PersonKey { get; init; }

    public string? PhoneKey { get; init; }
}

/// <summary>What reviewers gave.</summary>
/// <param name="IsVisible">Whoever is to score sees the others' only after having scored.</param>
/// <param name="Mean">1 to 5, or null without any.</param>
internal sealed record RowScore(bool IsVisible, double? Mean, int Reviewers);

/// <summary>What one can choose among.</summary>
internal sealed record ListChoices(
    IReadOnlyList<(int Ordinal, string Name)> Cohorts, IReadOnlyList<string> Tags, IReadOnlyList<(int Id, string Name)> Assignees, IReadOnlyList<(string Name, string Query)> Views)
{
    /// <summary>The cohort's own questions that one chooses an answer of, with everything that could be chosen.</summary>
    public IReadOnlyList<(AskedQuestion Question, IReadOnlyList<string> Options)> Answers { get; init; } = [];
}

/// <summary>How many there are in each state; each axis is counted within the other.</summary>
internal sealed record ApplicantCounts(
    int All, int Shown, int InAnyStatus, IReadOnlyDictionary<ApplicationStatus, int> Decisions, int InAnyPayment, IReadOnlyDictionary<PaymentFilter, int> Payments)
{
    public static ApplicantCounts Of(IReadOnlyCollection<ApplicantFacts> facts, ApplicantFilter filter, int all, DateOnly today)
    {
        bool HasStatus(ApplicantFacts a) => filter.StatusAsked is not { } asked || a.Status == asked;
        bool HasPayment(ApplicantFacts a) => filter.PaymentAsked is not { } asked || a.Is(asked, today);
        var ofPayment = facts.Where(HasPayment).ToList();
        var ofDecision = facts.Where(HasStatus).ToList();
        return new ApplicantCounts(
            all,
            Sum(ofPayment.Where(HasStatus)),
            Sum(ofPayment),
            Enum.GetValues<ApplicationStatus>().ToDictionary(d => d, d => Sum(ofPayment.Where(a => a.Status == d))),
            Sum(ofDecision),
            Enum.GetValues<PaymentFilter>().ToDictionary(p => p, p => Sum(ofDecision.Where(a => a.Is(p, today)))));
    }

    private static int Sum(IEnumerable<ApplicantFacts> facts) => facts.Sum(a => a.Count);
}

/// <summary>Where one is in a long list.</summary>
internal sealed record Paging(int Page, int Pages, int Count)
{
    public const int Size = 50;

    public int First => (Page - 1) * Size + 1;

    public int Last => Math.Min(Page * Size, Count);

    /// <summary>The pages to link: the first, the last and those around; null where some are left out.</summary>
    public IEnumerable<int?> Links
    {
        get
        {
            var shown = Enumerable.Range(1, Pages).Where(p => p == 1 || p == Pages || Math.Abs(p - Page) <= 1).ToList();
            for (var i = 0; i < shown.Count; i++)
            {
                if (i > 0 && shown[i] != shown[i - 1] + 1)
                {
                    yield return null;
                }

                yield return shown[i];
            }
        }
    }

    /// <summary>A page that is not there counts as the nearest one.</summary>
    public static Paging Of(int? asked, int count)
    {
        var pages = Math.Max(1, (count + Size - 1) / Size);
        return new Paging(Math.Clamp(asked ?? 1, 1, pages), pages, count);
    }
}
