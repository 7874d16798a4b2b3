using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Shiojiri.CxoLab.Web.Tests.Testing;

/// <summary>An answer of the site, read as a visitor reads it.</summary>
internal sealed record Page(HttpResponseMessage Answer, string Body, IHtmlDocument Html)
{
    public HttpStatusCode Status => Answer.StatusCode;

    public string Title => Html.Title ?? "";

    public string Heading => Text("h1");

    /// <summary>All words of the page's main part, blanks folded.</summary>
    public string Words => Text("main");

    public static async Task<Page> OfAsync(Task<HttpResponseMessage> pending)
    {
        var answer = await pending;
        var body = await answer.Content.ReadAsStringAsync();
        return new Page(answer, body, new HtmlParser().ParseDocument(body));
    }

    public string Text(string selector) => Folded(Html.QuerySelector(selector));

    public string[] Texts(string selector) => [.. Html.QuerySelectorAll(selector).Select(Folded)];

    /// <summary>The value of a definition list's entry, found by the words of its term.</summary>
    public string Definition(string term) => Folded(
        Html.QuerySelectorAll("dt").First(dt => Folded(dt).StartsWith(term, StringComparison.Ordinal)).NextElementSibling);

    /// <summary>The fields of a form, as a browser would post them.</summary>
    public Dictionary<string, string> Fields(string formSelector)
    {
        var form = (IHtmlFormElement)(Html.QuerySelector(formSelector) ?? throw new InvalidOperationException($"No form {formSelector} in:\n{Body}"));
        var fields = new Dictionary<string, string>();
        foreach (var element in form.Elements.OfType<IHtmlElement>())
        {
            switch (element)
            {
                case IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false } or IHtmlInputElement { Type: "submit" }:
                    break;
                case IHtmlInputElement { Name: { } name } input:
                    fields[name] = input.Value;
                    break;
                case IHtmlSelectElement { Name: { } name } select:
                    fields[name] = select.Value ?? "";
                    break;
                case IHtmlTextAreaElement { Name: { } name } area:
                    fields[name] = area.Value;
                    break;
            }
        }

        return fields;
    }

    private static string Folded(IElement? element) =>
        element is null ? "" : string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
