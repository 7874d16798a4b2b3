using Shiojiri.CxoLab.Settings;

namespace Shiojiri.CxoLab.Tests.Settings;

/// <summary>Colours that staff choose can be read, and so can what follows from them.</summary>
public sealed class PaletteTests
{
    [Theory]
    [InlineData("#000000", "#ffffff", 21)]
    [InlineData("#777777", "#ffffff", 4.48)]
    [InlineData("#767676", "#ffffff", 4.54)]
    [InlineData("#5b2346", "#fbf8f2", 11.17)]
    public void Contrast_is_as_WCAG_counts_it(string one, string other, double ratio) =>
        Assert.Equal(ratio, Colour.Parse(one)!.Value.Contrast(Colour.Parse(other)!.Value), 2);

    [Theory]
    [InlineData("#5B2346", "#5b2346")]
    [InlineData("5b2346", "#5b2346")]
    [InlineData("#5b234", null)]
    [InlineData("#5b23467", null)]
    [InlineData("grape", null)]
    [InlineData("+12345", null)]
    [InlineData(null, null)]
    public void A_colour_is_read_in_either_case_with_or_without_its_sign(string? text, string? colour) =>
        Assert.Equal(colour, Colour.Parse(text)?.ToString());

    [Theory]
    [InlineData("#767676", false)]
    [InlineData("#e91e63", false)]
    [InlineData("#ffd43d", false)]
    [InlineData("#5b2346", true)]
    [InlineData("#1f4b57", true)]
    [InlineData("#0b5e2e", true)]
    public void What_can_be_read_on_white_alone_is_too_pale(string colour, bool isFit) =>
        Assert.Equal(isFit, Palette.ContrastOf(Colour.Parse(colour)!.Value) >= Palette.Least);

    [Fact]
    public void The_number_shown_is_never_rounded_up() =>
        Assert.Equal("コントラスト 4.4:1", Palette.ContrastText(new Colour(0x6c, 0x6c, 0x6c)));

    [Fact]
    public void The_built_in_colours_need_no_sheet() => Assert.Null(ProgrammeValues.BuiltIn.Palette.Sheet);

    /// <summary>Every colour that is let in, in steps of 17: text on its grounds and white on it can be read.</summary>
    [Fact]
    public void Whatever_is_let_in_what_follows_from_it_can_be_read()
    {
        var (pale, number, letIn) = (Colour.Parse("#b9cdd2")!.Value, Colour.Parse("#ffdfae")!.Value, 0);
        for (var r = 0; r <= 255; r += 17)
        {
            for (var g = 0; g <= 255; g += 17)
            {
                for (var b = 0; b <= 255; b += 17)
                {
                    var colour = new Colour((byte)r, (byte)g, (byte)b);
                    if (Palette.ContrastOf(colour) < Palette.Least)
                    {
                        continue;
                    }

                    var palette = new Palette(colour, colour);
                    letIn++;
                    Assert.True(palette.MainTint.Contrast(colour) >= Palette.Least, $"{colour} on its tint");
                    Assert.True(palette.MainDark.Over.Contrast(Colour.White) >= Palette.Least && palette.MainDark.Down.Contrast(Colour.White) >= Palette.Least, $"white on dark {colour}");
                    Assert.True(palette.Ground.Contrast(pale) >= Palette.Least && palette.Ground.Contrast(number) >= Palette.Least, $"pale text on {colour}");
                    Assert.True(palette.Ground.Contrast(palette.Edge) >= 3, $"an edge on {colour}");
                }
            }
        }

        Assert.InRange(letIn, 500, 4096);
    }

    [Fact]
    public void A_sheet_holds_colours_alone_and_another_palette_another_version()
    {
        var (green, red) = (new Palette(new(0x0b, 0x5e, 0x2e), new(0x0b, 0x4a, 0x6e)).Sheet!, new Palette(new(0x8a, 0x10, 0x10), new(0x0b, 0x4a, 0x6e)).Sheet!);

        Assert.NotEqual(green.Version, red.Version);
        Assert.Matches("^[0-9a-f]{16}$", green.Version);
        Assert.StartsWith(":root {\n  --grape: #0b5e2e; --grape-2: ", green.Css, StringComparison.Ordinal);
        Assert.All(green.Css.Split(';').Where(rule => rule.Contains("--", StringComparison.Ordinal)), rule => Assert.Matches(": #[0-9a-f]{6}$", rule));
    }
}
