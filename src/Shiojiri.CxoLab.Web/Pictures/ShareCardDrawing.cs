using System.Security;
using NetVips;
using Shiojiri.CxoLab.Settings;

namespace Shiojiri.CxoLab.Web.Pictures;

/// <summary>Draws a <see cref="ShareCard"/>: the landscape of the site with the page's title over it.</summary>
internal static class ShareCardDrawing
{
    private const int Margin = 72;
    private const int MostWidth = ShareCard.Width - (2 * Margin);

    /// <summary>How far down the title may reach before it covers the mountains.</summary>
    private const int MostTitleHeight = 200;

    private const int TitleTop = 140;

    /// <summary>In pixels, as a resolution of 72 dots per inch has it.</summary>
    private static readonly int[] Sizes = [68, 60, 52, 44, 36, 30];

    private static readonly Lazy<string> Landscape = new(() => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Pictures", "share-card", "landscape.svg")));

    private static readonly Colour Ink = new(0x2a, 0x24, 0x21);

    /// <summary>A PNG; null where the library is not there. Words with signs that the font does not hold are left out.</summary>
    public static byte[]? Draw(ShareCard card)
    {
        if (!PictureConversion.IsThere)
        {
            return null;
        }

        try
        {
            using var ground = Image.SvgloadBuffer(System.Text.Encoding.UTF8.GetBytes(Coloured(card.Palette)));
            using var picture = Written(ground, card);
            using var flat = picture.Flatten();
            return flat.PngsaveBuffer(compression: 9, keep: Enums.ForeignKeep.None);
        }
        catch (VipsException)
        {
            return null;
        }
    }

    private static Image Written(Image ground, ShareCard card)
    {
        var (title, line) = card.Title.Length == 0 || !ShareCardFont.Holds(card.Title) ? (card.Slogan, "") : (card.Title, card.Slogan);
        using var name = Mask(card.Name, [40], 60);
        using var titled = Mask(title, Sizes, MostTitleHeight);
        using var slogan = Mask(line, [28], 40);
        using var first = With(ground, name, Ink, 152, 64);
        using var second = With(first, titled, Ink, Margin, TitleTop);
        return With(second, slogan, card.Palette.Main, Margin, TitleTop + (titled?.Height ?? 0) + 14);
    }

    private static Image With(Image picture, Image? mask, Colour colour, int left, int top)
    {
        if (mask is null)
        {
            return picture.Copy();
        }

        using var plain = mask.NewFromImage([colour.Red, colour.Green, colour.Blue]);
        using var coloured = plain.Copy(interpretation: Enums.Interpretation.Srgb);
        using var ink = coloured.Bandjoin(mask);
        return picture.Composite2(ink, Enums.BlendMode.Over, x: left, y: top);
    }

    /// <summary>In the largest size at which it fits; too long for the smallest, it ends early. Null when there is nothing, or nothing that the font holds.</summary>
    private static Image? Mask(string words, int[] sizes, int mostHeight)
    {
        if (words.Length == 0 || !ShareCardFont.Holds(words))
        {
            return null;
        }

        foreach (var size in sizes)
        {
            var mask = Text(words, size);
            if (mask.Height <= mostHeight)
            {
                return mask;
            }

            mask.Dispose();
        }

        using var whole = Text(words, sizes[^1]);
        return whole.Crop(0, 0, whole.Width, mostHeight);
    }

    // The library reads a markup of its own. The comma ends the name of the font: without it the last word would be taken for a weight.
    private static Image Text(string words, int size) => Image.Text(
        SecurityElement.Escape(words), font: $"{ShareCardFont.Family}, {size}", width: MostWidth, dpi: 72, fontfile: ShareCardFont.File, wrap: Enums.TextWrap.WordChar);

    private static string Coloured(Palette palette) => palette == Palette.BuiltIn ? Landscape.Value : Landscape.Value
        .Replace(Palette.BuiltIn.Main.ToString(), palette.Main.ToString(), StringComparison.Ordinal)
        .Replace(Palette.BuiltIn.Link.ToString(), palette.Link.ToString(), StringComparison.Ordinal)
        .Replace(Palette.BuiltIn.Ground.ToString(), palette.Ground.ToString(), StringComparison.Ordinal);
}
