using FluentValidation;
using Shiojiri.CxoLab.Reviews;
using Shiojiri.CxoLab.Text;
using Shiojiri.CxoLab.Web.Features.Shared;

namespace Shiojiri.CxoLab.Web.Features.Admin.Reviews;

/// <summary>A reviewer's scores, as chosen: by criterion a digit or <see cref="Abstained"/>.</summary>
internal sealed record ReviewForm
{
    public const string Abstained = "abstain";

    public Dictionary<string, string?> Scores { get; init; } = [];

    public string? Comment { get; init; }

    /// <summary>The version of the review that the form was filled from; empty for a first one.</summary>
    public Guid Version { get; init; }

    /// <summary>The criteria that the form was made from: <see cref="ReviewCriterion.StateOf"/>.</summary>
    public string? Criteria { get; init; }

    public string? CommentFolded => Folding.Paragraph(Comment) is { Length: > 0 } comment ? comment : null;

    public string? ScoreOf(ReviewCriterion criterion) => Scores.GetValueOrDefault(criterion.Key);

    public static string Field(ReviewCriterion criterion) => $"{nameof(Scores)}[{criterion.Key}]";

    public Dictionary<int, int?> ToScores(IEnumerable<ReviewCriterion> criteria) =>
        criteria.ToDictionary(c => c.Id, c => ScoreOf(c) is { } score && score != Abstained ? score[0] - '0' : (int?)null);

    public static ReviewForm Of(Review? review, IEnumerable<ReviewCriterion> criteria) => review is null
        ? new ReviewForm()
        : new ReviewForm
        {
            Version = review.Version,
            Comment = review.Comment,
            Scores = criteria
                .Where(c => review.Scores.Any(s => s.CriterionId == c.Id))
                .ToDictionary(c => c.Key, c => (string?)(review.Scores.Single(s => s.CriterionId == c.Id).Value?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? Abstained)),
        };
}

internal sealed class ReviewFormValidator : AbstractValidator<ReviewForm>
{
    public ReviewFormValidator(IReadOnlyList<ReviewCriterion> criteria)
    {
        RuleFor(f => f).Custom((form, context) =>
        {
            foreach (var criterion in criteria.Where(c => !IsScore(form.ScoreOf(c))))
            {
                context.AddFailure(ReviewForm.Field(criterion), $"「{criterion.Name}」の点か、「採点しない」を選んでください");
            }
        });
        RuleFor(f => f.Comment).IsText("コメント", Review.CommentLimit, lines: true);
    }

    private static bool IsScore(string? word) =>
        word is ReviewForm.Abstained || (word is { Length: 1 } && word[0] - '0' is >= Review.Lowest and <= Review.Highest);
}
