using System.Text.Encodings.Web;
using AngleSharp.Html.Parser;

namespace Shiojiri.CxoLab.Web.Features.Shared.StructuredData;

/// <summary>The words of an answer as a reader sees them, one paragraph or entry of a list a line.</summary>
internal static class PlainText
{
    private const string Lines = "p, li, h2, h3, h4, h5, h6, pre";

    public static string Of(FaqEntry entry)
    {
        using var written = new StringWriter();
        entry.Written?.WriteTo(written, HtmlEncoder.Default);
        var html = new HtmlParser().ParseDocument(written.ToString());

        // A paragraph within an entry of a list is that entry's own.
        var lines = html.QuerySelectorAll(Lines).Where(line => line.ParentElement?.Closest(Lines) is null).Select(line => line.TextContent);
        return string.Join('\n', lines.Concat(entry.Answer).Select(Folded).Where(line => line.Length > 0));
    }

    private static string Folded(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
