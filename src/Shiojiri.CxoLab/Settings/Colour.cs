using System.Globalization;

namespace Shiojiri.CxoLab.Settings;

/// <summary>A colour of the screen (sRGB, eight bits each), and how well it is told from another one (WCAG 2.2).</summary>
public readonly record struct Colour(byte Red, byte Green, byte Blue)
{
    public static readonly Colour White = new(255, 255, 255);
    public static readonly Colour Black = new(0, 0, 0);

    /// <summary>Relative luminance, 0 for black to 1 for white.</summary>
    public double Luminance => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    /// <summary>Of #5b2346, with or without its sign and in either case; null when it is no such colour.</summary>
    public static Colour? Parse(string? text)
    {
        var digits = text?.TrimStart('#') ?? "";
        return digits.Length == 6 && int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? new Colour((byte)(value >> 16), (byte)(value >> 8), (byte)value)
            : null;
    }

    /// <summary>The contrast ratio (コントラスト比), 1 to 21.</summary>
    public double Contrast(Colour other)
    {
        var (one, two) = (Luminance, other.Luminance);
        return (Math.Max(one, two) + 0.05) / (Math.Min(one, two) + 0.05);
    }

    /// <param name="share">How much of the other one is in it, 0 to 1.</param>
    public Colour Mix(Colour other, double share) => new(Mixed(Red, other.Red, share), Mixed(Green, other.Green, share), Mixed(Blue, other.Blue, share));

    /// <summary>#5b2346</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"#{Red:x2}{Green:x2}{Blue:x2}");

    private static double Linear(byte part)
    {
        var share = part / 255d;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }

    private static byte Mixed(byte one, byte other, double share) => (byte)Math.Round(one + ((other - one) * share));
}
