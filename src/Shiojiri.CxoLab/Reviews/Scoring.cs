namespace Shiojiri.CxoLab.Reviews;

/// <summary>How scores are summed up (得点のまとめ方). All totals are hundredths of a point.</summary>
public static class Scoring
{
    /// <summary>Σ score × weight ÷ Σ weight, in hundredths, rounded half up; null without any score.</summary>
    public static int? WeightedMean(IEnumerable<(int Score, int Weight)> scores)
    {
        var (sum, weights) = scores.Aggregate((Sum: 0, Weights: 0), (so, s) => (so.Sum + s.Score * s.Weight, so.Weights + s.Weight));
        return weights == 0 ? null : (int)Math.Round(100m * sum / weights, MidpointRounding.AwayFromZero);
    }

    /// <summary>The mean of the reviewers' totals; null when nobody gave one.</summary>
    public static double? Mean(IEnumerable<int> totals) => totals.Select(t => (double?)t).Average();

    /// <summary>The spread of the reviewers' totals (標準偏差, of the population); null for fewer than two.</summary>
    public static double? Spread(IReadOnlyCollection<int> totals) => totals.Count < 2 || Mean(totals) is not { } mean
        ? null
        : Math.Sqrt(totals.Average(t => (t - mean) * (t - mean)));
}
