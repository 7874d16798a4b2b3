using System.Net;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Content;

/// <summary>Writing at the desk, as somebody of the staff does it.</summary>
internal static class Editing
{
    public const string Form = "form[data-preview-url]";

    /// <summary>Fills the form of a piece (program-what, new/news …) and saves it; answers the address that it has now.</summary>
    public static async Task<string> WriteAsync(this HttpClient staff, string key, string way, params (string Field, string Value)[] values)
    {
        var page = await staff.OfferAsync(key, way, values);
        Assert.Equal((HttpStatusCode.OK, ""), (page.Status, string.Join('、', page.Html.QuerySelectorAll(".error").Select(e => e.TextContent))));
        return page.Answer.RequestMessage!.RequestUri!.AbsolutePath;
    }

    public static async Task<Page> OfferAsync(this HttpClient staff, string key, string way, params (string Field, string Value)[] values) =>
        await staff.PostAsync($"/admin/pages/{key}", (await staff.OpenAsync($"/admin/pages/{key}")).Filled(way, values));

    public static Dictionary<string, string> Filled(this Page page, string way, params (string Field, string Value)[] values)
    {
        var fields = page.Fields(Form);
        fields["Way"] = way;
        foreach (var (field, value) in values)
        {
            fields[fields.ContainsKey(field) ? field : $"Values[{field}]"] = value;
        }

        return fields;
    }

    /// <summary>Presses a button that has its own form.</summary>
    public static async Task<Page> PressAsync(this HttpClient staff, string path, string action, params (string Name, string Value)[] button)
    {
        var fields = (await staff.OpenAsync(path)).Fields($"form[action='{action}']");
        foreach (var (name, value) in button)
        {
            fields[name] = value;
        }

        return await staff.PostAsync(action, fields);
    }
}
