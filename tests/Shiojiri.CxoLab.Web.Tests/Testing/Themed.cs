using Microsoft.EntityFrameworkCore;

namespace Shiojiri.CxoLab.Web.Tests.Testing;

/// <summary>Themes of a cohort, put in at the desk as staff do it.</summary>
internal static class Themed
{
    public const string Form = "#form";

    public static string List(int cohort) => $"/admin/cohorts/{cohort}/themes";

    /// <summary>Adds a theme with everything that is asked for, but for the changes.</summary>
    public static async Task<Page> AddThemeAsync(this HttpClient staff, string title, bool isPublic = true, int cohort = 3, params (string Field, string Value)[] changes) =>
        await staff.PostAsync(List(cohort), (await staff.OpenAsync($"{List(cohort)}/new")).Fields(Form).With(
            [("Title", title), ("Owner", "見本 花子"), ("Words", $"{title}について、一緒に考えてください。"), ("Sought", "写真が好きな人\n数字が好きな人"), ("Confirmed", "yes"),
                ("State", isPublic ? "public" : "draft"), .. changes]));

    /// <summary>Saves the form of a theme with changes; an empty value leaves the field out.</summary>
    public static async Task<Page> ChangeThemeAsync(this HttpClient staff, string key, params (string Field, string Value)[] changes) =>
        await staff.PostAsync($"{List(3)}/{key}", (await staff.OpenAsync($"{List(3)}/{key}/edit")).Fields(Form).With(changes));

    public static Task<string> ThemeKeyAsync(this Site site, string title) => site.InDatabaseAsync(db => db.Themes.Where(t => t.Title == title).OrderByDescending(t => t.Id).Select(t => t.Key).FirstAsync());

    public static Dictionary<string, string> With(this Dictionary<string, string> fields, params (string Field, string Value)[] changes)
    {
        foreach (var (field, value) in changes)
        {
            if (value.Length == 0)
            {
                fields.Remove(field);
            }
            else
            {
                fields[field] = value;
            }
        }

        return fields;
    }

    /// <summary>A filled application form that names themes.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Naming(this Page form, string[] keys, params (string Field, string Value)[] changes) =>
        form.Filled(changes).Where(f => f.Key != "Themes").Concat(keys.Select(k => KeyValuePair.Create("Themes", k)));

    /// <summary>From the empty form to the number of an application that names themes.</summary>
    public static async Task<string> ApplyNamingAsync(this Site site, string[] keys, params (string Field, string Value)[] changes)
    {
        var visitor = site.Visitor();
        var check = await visitor.PostAsync("/apply/confirm", (await visitor.OpenAsync("/apply")).Naming(keys, changes));
        return (await visitor.SendAsync(check)).Text(".done__ref b").Replace("-", "", StringComparison.Ordinal);
    }
}
