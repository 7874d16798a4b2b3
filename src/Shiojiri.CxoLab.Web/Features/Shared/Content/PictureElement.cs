using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Shiojiri.CxoLab.Pictures;

namespace Shiojiri.CxoLab.Web.Features.Shared.Content;

/// <summary>
/// A picture of the site in HTML: AVIF for browsers that know it, WebP for all others, in the width that the place needs. Every word and
/// address in it is put there from here.
/// </summary>
internal static class PictureElement
{
    /// <summary>In a column of text.</summary>
    public const string InText = "(min-width: 48rem) 42rem, 100vw";

    private static readonly HtmlEncoder Html = HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All);

    /// <param name="description">What it shows here; its own description when empty.</param>
    public static IHtmlContent Bare(ShownPicture picture, string? description = null, string sizes = InText) => new HtmlString(Text(picture, description, sizes));

    /// <summary>Small and without words: its description stands beside it.</summary>
    public static IHtmlContent Thumbnail(ShownPicture picture) => new HtmlString(string.Create(
        CultureInfo.InvariantCulture, $"<img src=\"{picture.Address(picture.Widths[0], PictureFile.WebP)}\" width=\"{picture.Width}\" height=\"{picture.Height}\" alt=\"\" loading=\"lazy\">"));

    /// <summary>The picture with who took it below, where that is to be told.</summary>
    internal static string FigureText(ShownPicture picture, string? description, string sizes = InText) =>
        $"<figure class=\"pic\">{Text(picture, description, sizes)}{(picture.Credit is { } credit ? $"<figcaption>撮影：{Html.Encode(credit)}</figcaption>" : null)}</figure>";

    internal static string Text(ShownPicture picture, string? description, string sizes = InText)
    {
        var widths = picture.Widths;
        var (middle, alt) = (widths[widths.Count / 2], string.IsNullOrWhiteSpace(description) ? picture.Description : description);
        var text = new StringBuilder("<picture>");
        text.Append(CultureInfo.InvariantCulture, $"<source type=\"image/avif\" srcset=\"{Set(picture, widths, PictureFile.Avif)}\" sizes=\"{sizes}\">");
        text.Append(CultureInfo.InvariantCulture, $"<img src=\"{picture.Address(middle, PictureFile.WebP)}\" srcset=\"{Set(picture, widths, PictureFile.WebP)}\" sizes=\"{sizes}\"");
        text.Append(CultureInfo.InvariantCulture, $" width=\"{picture.Width}\" height=\"{picture.Height}\" alt=\"{Html.Encode(alt)}\" loading=\"lazy\" decoding=\"async\"></picture>");
        return text.ToString();
    }

    private static string Set(ShownPicture picture, IReadOnlyList<int> widths, string extension) =>
        string.Join(", ", widths.Select(w => string.Create(CultureInfo.InvariantCulture, $"{picture.Address(w, extension)} {w}w")));
}
