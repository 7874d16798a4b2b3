using Microsoft.AspNetCore.Html;
using Shiojiri.CxoLab.Content;
using Shiojiri.CxoLab.Web.Features.Shared;
using Shiojiri.CxoLab.Web.Features.Shared.Content;

namespace Shiojiri.CxoLab.Web.Features.Admin.Content;

/// <summary>The words of a piece beside its form, while it is typed: its long text, or its lines where it has none.</summary>
internal static class WrittenText
{
    public static IHtmlContent Of(IReadOnlyDictionary<string, string?> values, SiteMarkdown markdown)
    {
        var content = new HtmlContentBuilder();
        var text = values.GetValueOrDefault(ContentField.Text) ?? values.GetValueOrDefault(ContentField.Answer);
        var outcome = values.GetValueOrDefault(ContentField.Outcome);
        if (!values.ContainsKey(ContentField.Text) && !values.ContainsKey(ContentField.Answer))
        {
            foreach (var line in new[] { ContentField.Title, ContentField.Line }.Select(values.GetValueOrDefault).OfType<string>())
            {
                content.AppendHtml("<p class=\"wb\">").AppendHtml(Phrases.Of(line)).AppendHtml("</p>");
            }

            return content;
        }

        content.AppendHtml(markdown.Render(text ?? "", 3));
        return string.IsNullOrWhiteSpace(outcome) ? content : content.AppendHtml("\n<h3>成果</h3>\n").AppendHtml(markdown.Render(outcome, 4));
    }
}
