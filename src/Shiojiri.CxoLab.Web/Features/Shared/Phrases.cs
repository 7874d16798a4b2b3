using Microsoft.AspNetCore.Html;

namespace Shiojiri.CxoLab.Web.Features.Shared;

/// <summary>Writes a text whose | mark where a line may break (文節の切れ目).</summary>
internal static class Phrases
{
    public static IHtmlContent Of(string text)
    {
        var content = new HtmlContentBuilder();
        foreach (var (phrase, i) in text.Split('|').Select((phrase, i) => (phrase, i)))
        {
            if (i > 0)
            {
                content.AppendHtml("<wbr>");
            }

            content.Append(phrase);
        }

        return content;
    }
}
