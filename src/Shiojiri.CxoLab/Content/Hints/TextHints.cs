namespace Shiojiri.CxoLab.Content.Hints;

/// <summary>All that is noticed in a text, in its order.</summary>
public static class TextHints
{
    /// <summary>More than anybody looks at.</summary>
    public const int Most = 20;

    public static IReadOnlyList<TextHint> Of(string text, HintContext context) =>
    [
        .. WeekdayHint.In(text, context)
            .Concat(ForeignSignHint.In(text)).Concat(PlayerHint.In(text)).Concat(LinkHint.In(text)).Concat(PastHint.In(text, context)).Concat(YearHint.In(text, context))
            .Concat(PictureHint.In(text, context))
            .OrderBy(h => h.At).Take(Most),
    ];
}
