using Shiojiri.CxoLab.Staff;

namespace Shiojiri.CxoLab.Reviews;

/// <summary>What one reviewer thinks of one application (審査). One a reviewer and application.</summary>
public sealed class Review
{
    public const int CommentLimit = 1000;
    public const int Lowest = 1;
    public const int Highest = 5;

    private readonly List<ReviewScore> _scores = [];

    private Review()
    {
    }

    public Review(int applicationId, Actor reviewer, DateTime nowUtc)
    {
        ApplicationId = applicationId;
        ReviewerId = reviewer.AccountId ?? throw new ArgumentException("A reviewer has an account.", nameof(reviewer));
        ReviewerName = reviewer.Name;
        FirstUtc = nowUtc;
    }

    public int Id { get; private set; }

    public int ApplicationId { get; private set; }

    public int ReviewerId { get; private set; }

    public string ReviewerName { get; private set; } = "";

    public string? Comment { get; private set; }

    /// <summary>The weighted mean in hundredths, 100 to 500; null when the reviewer abstained from everything.</summary>
    public int? Total { get; private set; }

    public DateTime FirstUtc { get; private set; }

    public DateTime ChangedUtc { get; private set; }

    public Guid Version { get; private set; }

    public IReadOnlyList<ReviewScore> Scores => _scores;

    /// <param name="scores">By criterion, <see cref="Lowest"/> to <see cref="Highest"/>; null: left out (採点しない).</param>
    /// <param name="criteria">The cohort's criteria; scores of others are dropped.</param>
    /// <param name="comment">A word on it, or null.</param>
    public void Write(IReadOnlyDictionary<int, int?> scores, IReadOnlyCollection<ReviewCriterion> criteria, string? comment, DateTime nowUtc)
    {
        if (scores.Values.Any(s => s is < Lowest or > Highest))
        {
            throw new ArgumentOutOfRangeException(nameof(scores));
        }

        _scores.RemoveAll(s => criteria.All(c => c.Id != s.CriterionId));
        foreach (var criterion in criteria)
        {
            var value = scores.GetValueOrDefault(criterion.Id);
            if (_scores.SingleOrDefault(s => s.CriterionId == criterion.Id) is { } given)
            {
                given.Value = value;
            }
            else
            {
                _scores.Add(new ReviewScore(criterion.Id, value));
            }
        }

        Comment = comment;
        ChangedUtc = nowUtc;
        Weigh(criteria);
    }

    /// <summary>Sums up anew, after the weights have changed. A version of its own: a score that is being saved at this moment was summed up by the old ones.</summary>
    public void Weigh(IReadOnlyCollection<ReviewCriterion> criteria)
    {
        Total = TotalBy(criteria);
        Version = Guid.NewGuid();
    }

    /// <summary>What <see cref="Total"/> is by these criteria.</summary>
    public int? TotalBy(IReadOnlyCollection<ReviewCriterion> criteria) => Scoring.WeightedMean(
        from criterion in criteria
        join score in _scores on criterion.Id equals score.CriterionId
        where score.Value is not null
        select (score.Value!.Value, criterion.Weight));
}

/// <summary>The score for one criterion; null: abstained.</summary>
public sealed class ReviewScore(int criterionId, int? value)
{
    public int Id { get; private set; }

    public int CriterionId { get; private set; } = criterionId;

    public int? Value { get; internal set; } = value;
}
