using Shiojiri.CxoLab.Reviews;
using Shiojiri.CxoLab.Tests.Testing;

namespace Shiojiri.CxoLab.Tests.Reviews;

public sealed class ScoringTests
{
    [Fact]
    public void Scores_count_by_their_weight() =>
        Assert.Equal(425, Scoring.WeightedMean([(5, 3), (2, 1)]));

    [Fact]
    public void A_third_is_rounded_to_hundredths() =>
        Assert.Equal((333, 367), (Scoring.WeightedMean([(3, 2), (4, 1)]), Scoring.WeightedMean([(4, 2), (3, 1)])));

    [Fact]
    public void Nobody_scored_is_no_score_rather_than_zero() =>
        Assert.Equal(((int?)null, (double?)null, (double?)null), (Scoring.WeightedMean([]), Scoring.Mean([]), Scoring.Spread([400])));

    [Fact]
    public void The_spread_is_the_standard_deviation_of_all_reviewers()
    {
        Assert.Equal((400, 100), (Scoring.Mean([300, 500]), Scoring.Spread([300, 500])));
        Assert.Equal(0, Scoring.Spread([300, 300, 300]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    public void A_score_outside_one_to_five_is_refused(int score)
    {
        var review = new Review(1, Given.Staff, Given.Now);

        Assert.Throws<ArgumentOutOfRangeException>(() => review.Write(new Dictionary<int, int?> { [0] = score }, [new ReviewCriterion(1, 1, "動機", null, 1)], null, Given.Now));
    }

    [Fact]
    public void Whoever_abstains_from_everything_has_no_total()
    {
        var review = new Review(1, Given.Staff, Given.Now);

        review.Write(new Dictionary<int, int?> { [0] = null }, [new ReviewCriterion(1, 1, "動機", null, 2)], "知人のため", Given.Now);

        Assert.Null(review.Total);
    }
}
