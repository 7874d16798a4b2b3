using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Shiojiri.CxoLab.Settings;

/// <summary>
/// The two colours that staff choose, and all that follow from them (配色): the main one for acts and the current place, the other for links and the
/// dark grounds. What follows is made so that text on it can be read whatever was chosen.
/// </summary>
public sealed record Palette(Colour Main, Colour Link)
{
    /// <summary>Least contrast of text, WCAG 2.2 AA.</summary>
    public const double Least = 4.5;

    public static readonly Palette BuiltIn = new(new(0x5b, 0x23, 0x46), new(0x1f, 0x4b, 0x57));

    // Paper, paper-2 and the ground of the desk, as in site.css and desk.css.
    private static readonly Colour[] Grounds = [Colour.White, new(0xfb, 0xf8, 0xf2), new(0xf4, 0xec, 0xe0), new(0xf6, 0xf4, 0xf0)];

    private static readonly Colour BuiltInTint = new(0xf6, 0xeb, 0xf1);

    // The palest text that stands on the dark grounds: the second line of the footer.
    private static readonly Colour PaleText = new(0xb9, 0xcd, 0xd2);

    /// <summary>Under white text when the pointer is over it, and when it is pressed.</summary>
    public (Colour Over, Colour Down) MainDark => (Main.Mix(Colour.Black, 0.25), Main.Mix(Colour.Black, 0.45));

    public Colour MainTint => Main == BuiltIn.Main ? BuiltInTint : Tint(Main);

    /// <summary>The ground of header and footer: dark enough for the palest text there.</summary>
    public Colour Ground
    {
        get
        {
            var share = 0.25;
            while (share < 1 && Link.Mix(Colour.Black, share).Contrast(PaleText) < 7)
            {
                share += 0.05;
            }

            return Link.Mix(Colour.Black, Math.Min(share, 1));
        }
    }

    /// <summary>Edges of controls on the <see cref="Ground"/>: 3:1 at least.</summary>
    public Colour Edge
    {
        get
        {
            var share = 0.45;
            while (share < 1 && Ground.Mix(Colour.White, share).Contrast(Ground) < 3)
            {
                share += 0.05;
            }

            return Ground.Mix(Colour.White, Math.Min(share, 1));
        }
    }

    /// <summary>The least contrast that text in a colour, or white text on it, has on any ground of the site; to one decimal, never rounded up.</summary>
    public static double ContrastOf(Colour colour) =>
        Math.Floor(Grounds.Append(Tint(colour)).Min(ground => ground.Contrast(colour)) * 10) / 10;

    /// <summary>コントラスト 11.2:1</summary>
    public static string ContrastText(Colour colour) => string.Create(CultureInfo.InvariantCulture, $"コントラスト {ContrastOf(colour):0.0}:1");

    /// <summary>The sheet that puts these colours in place of the built-in ones; null when they are the same.</summary>
    public ThemeSheet? Sheet => this == BuiltIn ? null : ThemeSheet.Of(Css);

    private string Css => string.Create(CultureInfo.InvariantCulture, $$"""
        :root {
          --grape: {{Main}}; --grape-2: {{MainDark.Over}}; --grape-3: {{MainDark.Down}}; --grape-dusk: {{Main.Mix(Colour.Black, 0.12)}};
          --grape-tint: {{MainTint}}; --grape-line: {{Main.Mix(Colour.White, 0.7)}};
          --ridge: {{Link}}; --ridge-2: {{Ground}}; --ridge-tint: {{Tint(Link)}}; --ridge-line: {{Link.Mix(Colour.White, 0.6)}};
          --ridge-3: {{Link.Mix(Colour.White, 0.2)}}; --on-ridge: {{Edge}};
        }
        @media (prefers-contrast: more) { :root { --grape-line: {{Main}}; --ridge-line: {{Link}}; } }

        """);

    private static Colour Tint(Colour colour) => colour.Mix(Colour.White, 0.91);
}

/// <summary>A style sheet and the word by which browsers tell it from another one.</summary>
public sealed record ThemeSheet(string Css, string Version)
{
    internal static ThemeSheet Of(string css)
    {
        var text = css.ReplaceLineEndings("\n");
        return new(text, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16]);
    }
}
