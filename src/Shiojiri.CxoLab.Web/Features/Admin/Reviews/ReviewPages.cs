using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Reviews;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Features.Shared;

namespace Shiojiri.CxoLab.Web.Features.Admin.Reviews;

/// <summary>One application to be scored, and the others' scores once one's own is in or to whom none are hidden.</summary>
/// <param name="IsOpen">Whether the others' scores may be seen.</param>
internal sealed record ReviewPage(
    Application Application,
    Cohort Cohort,
    IReadOnlyList<ReviewCriterion> Criteria,
    ReviewForm Form,
    bool IsOpen,
    IReadOnlyList<Review> Others,
    int OtherCount,
    ReviewPlace Place,
    bool IsStale,
    IReadOnlyList<FieldError> Errors,
    ApplicantFilter Filter)
{
    /// <summary>The themes that interest the person, as they were named then.</summary>
    public IReadOnlyList<string> Themes { get; init; } = [];

    public IReadOnlyList<int> Totals { get; init; } = [];

    /// <summary>To the cohort's own questions.</summary>
    public IEnumerable<AnswerLine> Answers { get; init; } = [];

    /// <summary>The criteria have changed since the form was opened.</summary>
    public bool AreCriteriaNew { get; init; }
}

/// <summary>Where an application stands among those to be scored: in the order of arrival, those already decided last.</summary>
/// <param name="Position">Null for one that has withdrawn.</param>
/// <param name="Next">The number of the next one that the person has not scored; null when there is none.</param>
internal sealed record ReviewPlace(int? Position, int Count, string? Next);

/// <summary>How far the review of a cohort has come.</summary>
/// <param name="Cohort">Null when there is none to be seen.</param>
/// <param name="Total">Applications to be reviewed: all but those withdrawn.</param>
/// <param name="Open">Applications that the person who is signed in has not scored yet: the oldest first, those already decided last.</param>
/// <param name="HasCriteria">Whether there is anything to score by.</param>
internal sealed record ProgressPage(
    Cohort? Cohort, int Total, IReadOnlyList<ReviewerProgress> Reviewers, IReadOnlyList<OpenReview> Open, bool HasCriteria);

internal sealed record ReviewerProgress(string Name, int Done, bool IsMe);

internal sealed record OpenReview(string Number, string Name, string Kana, DateTime ReceivedUtc, int Reviews);
