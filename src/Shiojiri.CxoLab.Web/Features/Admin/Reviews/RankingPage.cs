using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Reviews;

namespace Shiojiri.CxoLab.Web.Features.Admin.Reviews;

/// <summary>The applicants of a cohort beside each other (順位).</summary>
/// <param name="Total">Applications to be reviewed: all but those withdrawn.</param>
/// <param name="Scored">Of these, how many anybody has given a score.</param>
/// <param name="Shown">How many the filter means, on all pages.</param>
/// <param name="IsBlind">Some scores may be hidden from the person who looks.</param>
internal sealed record RankingPage(
    Cohort Cohort, RankingFilter Filter, int Total, int Scored, int Shown, int Pages, IReadOnlyList<RankingRow> Rows, bool IsBlind, string? Next);

/// <summary>One applicant of the ranking.</summary>
/// <param name="IsOpen">Whether the person who looks may see the scores.</param>
/// <param name="Count">How many gave a score; nobody is blind to that.</param>
/// <param name="Place">1 for the highest mean; equal means share a place. Null without a score that may be seen.</param>
internal sealed record RankingRow(
    int Id, string Number, string Name, string Kana, ApplicationStatus Status, Guid Version, ApplicationStatus? Prepared, string? PreparedBy, bool IsOpen, int Count,
    double? Mean, double? Spread, int? Place)
{
    /// <summary>Each reviewer's, with the comment; read for what is shown only.</summary>
    public IReadOnlyList<Review> Reviews { get; init; } = [];

    public IReadOnlyList<Review> Comments => [.. Reviews.Where(r => r.Comment is not null)];

    public ScoreStrip Strip => ScoreStrip.Of([.. Reviews.Select(r => r.Total).OfType<int>()]);

    /// <summary>The decisions that can be prepared from here; 辞退 is the applicant's.</summary>
    public IReadOnlyList<ApplicationStatus> Moves => [.. ApplicationStatusMoves.DecisionsFrom(Status).Where(to => to != ApplicationStatus.Withdrawn)];
}

/// <summary>A drawing of scores between 1 and 5, one dot each, those of nearly the same value above each other.</summary>
internal sealed record ScoreStrip(IReadOnlyList<(double X, double Y)> Dots, double From, double To, double Mean)
{
    private const double Base = 18;
    private const double Highest = 12;
    private const double Wide = 8;

    public static ScoreStrip Of(IReadOnlyCollection<int> totals)
    {
        var columns = new List<(double X, int Count)>();
        foreach (var x in totals.Order().Select(At))
        {
            var column = columns.FindIndex(c => Math.Abs(c.X - x) < Wide);
            if (column < 0)
            {
                columns.Add((x, 1));
            }
            else
            {
                columns[column] = (columns[column].X, columns[column].Count + 1);
            }
        }

        var dots = columns.SelectMany(c => Enumerable.Range(0, c.Count).Select(n => (c.X, Base - n * Math.Min(6, Highest / Math.Max(1, c.Count - 1)))));
        return totals.Count == 0 ? new ScoreStrip([], 0, 0, 0) : new ScoreStrip([.. dots], At(totals.Min()), At(totals.Max()), At(totals.Average()));
    }

    // 1 stands at 8, 5 at 136.
    private static double At(int hundredths) => At((double)hundredths);

    private static double At(double hundredths) => 8 + (hundredths - 100) * 0.32;
}
