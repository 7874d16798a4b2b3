using System.Globalization;
using System.Text.RegularExpressions;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Shiojiri.CxoLab.Pictures;

namespace Shiojiri.CxoLab.Web.Features.Shared.Content;

/// <summary>
/// Carries pictures past the sanitizer: before it each is replaced by a mark, and after it each mark by what the site itself makes of the
/// picture. So nothing that is typed is ever an element or an attribute of a picture, and the list of allowed elements holds none.
/// </summary>
internal static partial class TextPictures
{
    // No characters: nothing that can be typed contains them.
    private const char Opens = '\uFDD0';
    private const char Closes = '\uFDD1';

    public static string WithoutMarks(string text) =>
        text.AsSpan().IndexOfAny(Opens, Closes) < 0 ? text : text.Replace(Opens, '\uFFFD').Replace(Closes, '\uFFFD');

    /// <summary>Puts a mark in place of each picture; what can't be shown, and what lies elsewhere, is taken out.</summary>
    public static IReadOnlyList<(ShownPicture Picture, string Words)> TakeOut(MarkdownDocument document, PictureCatalogue pictures)
    {
        var taken = new List<(ShownPicture, string)>();
        foreach (var image in document.Descendants<LinkInline>().Where(l => l.IsImage).ToList())
        {
            if (pictures.Find(PictureReferences.KeyOf(image.Url)) is not { } picture)
            {
                image.Remove();
                continue;
            }

            var words = string.Concat(image.Descendants<LiteralInline>().Select(l => l.Content.ToString()));
            image.ReplaceBy(new LiteralInline(string.Create(CultureInfo.InvariantCulture, $"{Opens}{taken.Count}{Closes}")), copyChildren: false);
            taken.Add((picture, words));
        }

        return taken;
    }

    /// <summary>Pictures that are a paragraph of their own become figures; among words a picture is a part of the line.</summary>
    public static string PutIn(string html, IReadOnlyList<(ShownPicture Picture, string Words)> taken)
    {
        if (taken.Count == 0)
        {
            return html;
        }

        html = Alone().Replace(html, alone => string.Join('\n', Mark().Matches(alone.Value).Select(m => PictureElement.FigureText(Of(m).Picture, Of(m).Words))));
        return Mark().Replace(html, m => PictureElement.Text(Of(m).Picture, Of(m).Words));

        (ShownPicture Picture, string Words) Of(Match mark) => taken[int.Parse(mark.Groups[1].ValueSpan, CultureInfo.InvariantCulture)];
    }

    [GeneratedRegex("<p>(?:\uFDD0[0-9]+\uFDD1(?:<br>|\\s)*)+</p>")]
    private static partial Regex Alone();

    [GeneratedRegex("\uFDD0([0-9]+)\uFDD1")]
    private static partial Regex Mark();
}
