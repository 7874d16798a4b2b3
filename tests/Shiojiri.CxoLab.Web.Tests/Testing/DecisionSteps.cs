using Shiojiri.CxoLab.Applications;

namespace Shiojiri.CxoLab.Web.Tests.Testing;

/// <summary>The way of a decision at the desk: prepared, looked through once more, carried out.</summary>
internal static class DecisionSteps
{
    public const string BatchForm = "form[action='/admin/decisions/check']";
    public const string CheckForm = "#check";

    /// <summary>The page with all that is prepared.</summary>
    public static async Task<Page> PrepareAsync(this HttpClient staff, ApplicationStatus to, params string[] numbers)
    {
        var fields = (await staff.OpenAsync("/admin/decisions")).Fields("form[action='/admin/sign-out']").ToList();
        fields.Add(KeyValuePair.Create("To", to.ToString()));
        fields.AddRange(numbers.Select(n => KeyValuePair.Create("Numbers", n)));
        return await staff.PostAsync("/admin/decisions", fields);
    }

    /// <summary>The last check page of the ticked ones.</summary>
    public static Task<Page> CheckAsync(this HttpClient staff, Page batch, params string[] ticked) =>
        staff.PostAsync("/admin/decisions/check", [.. batch.Fields(BatchForm).Where(f => f.Key != "Numbers"), .. ticked.Select(n => KeyValuePair.Create("Numbers", n))]);

    /// <summary>The page that says what was done, or the check page anew.</summary>
    public static Task<Page> CarryOutAsync(this HttpClient staff, Page check) => staff.PostAsync("/admin/decisions/application", check.Fields(CheckForm));

    public static async Task<Page> DecideAsync(this HttpClient staff, ApplicationStatus to, params string[] numbers)
    {
        var done = await staff.CarryOutAsync(await staff.CheckAsync(await staff.PrepareAsync(to, numbers), numbers));
        Assert.Equal($"決定した{numbers.Length}件", done.Heading);
        return done;
    }
}
