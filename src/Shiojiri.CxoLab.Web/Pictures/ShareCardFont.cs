using System.Text;

namespace Shiojiri.CxoLab.Web.Pictures;

/// <summary>
/// The font of share cards, which comes with the site so that no machine's own fonts matter: Noto Serif JP SemiBold with the signs of
/// Windows-31J, JIS levels 1 and 2 among them, and a few besides.
/// </summary>
internal static class ShareCardFont
{
    public const string Family = "Noto Serif JP SemiBold";

    private const string Besides = "〜‖−¢£¬–—·…“”‘’€©®";

    private static readonly Encoding Windows31J =
        CodePagesEncodingProvider.Instance.GetEncoding(932, EncoderFallback.ReplacementFallback, DecoderFallback.ReplacementFallback)!;

    public static string File { get; } = Path.Combine(AppContext.BaseDirectory, "Pictures", "share-card", "NotoSerifJP-SemiBold-subset.ttf");

    /// <summary>Whether every sign of a text is in it. What is not would come from a font of the machine, or as an empty box.</summary>
    public static bool Holds(string text) => text.All(Holds);

    private static bool Holds(char sign) =>
        Besides.Contains(sign, StringComparison.Ordinal)
        || (!char.IsControl(sign) && sign is not ('≒' or (>= '\uE000' and <= '\uF8FF')) && Windows31J.GetString(Windows31J.GetBytes([sign])) == sign.ToString());
}
