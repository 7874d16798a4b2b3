using Microsoft.AspNetCore.Html;
using Shiojiri.CxoLab.Text;

namespace Shiojiri.CxoLab.Web.Features.Shared;

/// <summary>Writes a text whose | mark where a line may break (文節の切れ目). The programme's name does not break.</summary>
internal static class Phrases
{
    private const string Brand = "塩尻CxO Lab";

    /// <summary>Days and what they run to (9月30日(土)・10月1日(日)); a line may break between them, never within one. Stands in an element of the class days.</summary>
    public static IHtmlContent OfDays(string days) =>
        Of(days.Replace("・", $"・{Phrasing.Mark}", StringComparison.Ordinal).Replace("〜", $"〜{Phrasing.Mark}", StringComparison.Ordinal));

    public static IHtmlContent Of(string text)
    {
        var content = new HtmlContentBuilder();
        foreach (var (phrase, i) in text.Split(Phrasing.Mark).Select((phrase, i) => (phrase, i)))
        {
            if (i > 0)
            {
                content.AppendHtml("<wbr>");
            }

            foreach (var (words, j) in phrase.Split(Brand).Select((words, j) => (words, j)))
            {
                if (j > 0)
                {
                    content.AppendHtml($"<span class=\"nb\">{Brand}</span>");
                }

                content.Append(words);
            }
        }

        return content;
    }
}
