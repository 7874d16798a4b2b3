using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Reviews;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Reviews;

/// <summary>A cohort with two criteria (weights 3 and 1), and the form in which they are scored.</summary>
internal static class ScoringForm
{
    public static Task<int> CriteriaAsync(Site site) => site.InDatabaseAsync(async db =>
    {
        var cohort = await db.Cohorts.Select(c => c.Id).SingleAsync();
        db.AddRange(new ReviewCriterion(cohort, 1, "動機", "塩尻への思い", 3), new ReviewCriterion(cohort, 2, "経験", null, 1));
        return await db.SaveChangesAsync();
    });

    public static Dictionary<string, string> Scored(Page form, string first, string second, string? comment)
    {
        var fields = form.Fields("form[action$='/review']");
        fields[Field(form, 1)] = first;
        fields[Field(form, 2)] = second;
        fields["Comment"] = comment ?? "";
        return fields;
    }

    public static string Field(Page form, int position) => form.Html.QuerySelector($".score-row:nth-child({position}) input")!.GetAttribute("name")!;

    public static async Task<Page> ScoreAsync(HttpClient staff, string number, string first, string second, string? comment = null) =>
        await staff.PostAsync($"/admin/applications/{number}/review", Scored(await staff.OpenAsync($"/admin/applications/{number}/review"), first, second, comment));
}
