using System.Net;
using System.Text.RegularExpressions;

namespace Shiojiri.CxoLab.Benchmarks;

/// <summary>What the form of a page would send as it stands: hidden fields, and boxes and circles that are ticked.</summary>
internal static partial class FormFields
{
    /// <param name="which">A piece of the form's opening tag.</param>
    public static List<KeyValuePair<string, string>> Of(Answer page, string which)
    {
        var form = page.Text[page.Text.IndexOf(which, StringComparison.Ordinal)..];
        var fields = new List<KeyValuePair<string, string>>();
        foreach (Match input in Inputs().Matches(form[..form.IndexOf("</form>", StringComparison.Ordinal)]))
        {
            var (type, name) = (Attribute(input.Value, "type"), Attribute(input.Value, "name"));
            var isSent = type == "hidden" || (type is "checkbox" or "radio" && input.Value.Contains(" checked", StringComparison.Ordinal));
            if (isSent && name.Length > 0)
            {
                fields.Add(new(name, Attribute(input.Value, "value")));
            }
        }

        return fields;
    }

    private static string Attribute(string tag, string name) =>
        WebUtility.HtmlDecode(Regex.Match(tag, $" {name}=\"([^\"]*)\"").Groups[1].Value);

    [GeneratedRegex("<input[^>]*>")]
    private static partial Regex Inputs();
}
