namespace Shiojiri.CxoLab.Questions;

/// <summary>What became of a question while somebody filled the form in (質問の変更).</summary>
/// <param name="Before">As it was shown; null: it is new.</param>
/// <param name="After">As it is asked now; null: it is not asked any more.</param>
public sealed record QuestionChange(AskedQuestion? Before, AskedQuestion? After)
{
    /// <summary>In the order of the form now, what is not asked any more last. A hint or the order says nothing new.</summary>
    public static IReadOnlyList<QuestionChange> Between(IReadOnlyList<AskedQuestion> shown, IReadOnlyList<AskedQuestion> now) =>
    [
        .. now.Select(n => new QuestionChange(shown.FirstOrDefault(s => s.Key == n.Key), n)).Where(c => c.Before is null || !AsksTheSame(c.Before, c.After!)),
        .. shown.Where(s => now.All(n => n.Key != s.Key)).Select(s => new QuestionChange(s, null)),
    ];

    private static bool AsksTheSame(AskedQuestion before, AskedQuestion after) =>
        before.RevisionId == after.RevisionId || (before.Contents with { Hint = null }).IsSameAs(after.Contents with { Hint = null });
}
