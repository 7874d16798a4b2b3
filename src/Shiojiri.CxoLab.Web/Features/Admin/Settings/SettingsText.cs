using System.Globalization;
using System.Text.Json.Nodes;
using Shiojiri.CxoLab.Settings;
using Shiojiri.CxoLab.Text;

namespace Shiojiri.CxoLab.Web.Features.Admin.Settings;

/// <summary>What a revision keeps, as the texts of the section's fields, and back.</summary>
internal static class SettingsText
{
    /// <param name="json">See <see cref="SettingRevision.Json"/>.</param>
    public static Dictionary<string, string?> Of(SettingSection section, string json)
    {
        var members = JsonNode.Parse(json) as JsonObject;
        return SettingField.Of(section).ToDictionary(f => f.Name, f => members?[f.Name]?.ToString());
    }

    /// <summary>The values of checked texts: numbers as numbers, and nothing for what is empty.</summary>
    public static JsonObject ToValues(SettingSection section, IReadOnlyDictionary<string, string?> texts)
    {
        var values = new JsonObject();
        foreach (var field in SettingField.Of(section))
        {
            if (texts.GetValueOrDefault(field.Name) is { Length: > 0 } text)
            {
                values[field.Name] = field.Kind == SettingFieldKind.Number ? int.Parse(text, CultureInfo.InvariantCulture) : text;
            }
        }

        return values;
    }

    /// <summary>A revision's values with each text put right as its form does.</summary>
    public static JsonObject Folded(SettingSection section, JsonObject values) =>
        ToValues(section, new SettingsForm { Values = Of(section, values.ToJsonString()) }.Folded(section).Values);

    /// <summary>As typed, with widths and blanks put right as each kind of field wants it; null when nothing is left.</summary>
    public static string? Folded(SettingField field, string? typed)
    {
        var text = field.Kind switch
        {
            SettingFieldKind.Lines => Folding.Paragraph(typed),
            SettingFieldKind.Email => EmailAddress.TryParse(typed, out var address) is null ? address : Folding.Line(typed),
            SettingFieldKind.Number or SettingFieldKind.AccountNumber or SettingFieldKind.Phone => Folding.HalfWidth(Folding.Line(typed)),
            SettingFieldKind.Colour => Colour.Parse(Folding.HalfWidth(Folding.Line(typed)))?.ToString() ?? Folding.Line(typed),
            _ => Folding.Line(typed),
        };
        return text.Length == 0 ? null : text;
    }
}
