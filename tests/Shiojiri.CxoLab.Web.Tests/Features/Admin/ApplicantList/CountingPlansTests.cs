using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.ApplicantList;

/// <summary>What the desk counts over all applications of a cohort is read from narrow indexes, without touching the applications and without sorting them.</summary>
public sealed class CountingPlansTests
{
    [SqliteFact]
    public async Task The_dashboard_counts_over_one_index_for_each_of_its_questions()
    {
        var steps = await StepsAsync("/admin");

        Assert.Equal(
            ["Days", "Fees", "Fees", "Origins", "People", "People"],
            steps.Where(s => s.Contains(" COVERING INDEX IX_Applications_", StringComparison.Ordinal)).Select(Index).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(steps, s => s.Contains("GROUP BY", StringComparison.Ordinal) || s.Contains("DISTINCT", StringComparison.Ordinal));

        // Whoever will be erased soon is sought by those who asked something, of whom there are few.
        Assert.Equal(["CohortId_ReceivedUtc", "ErasureNoticedOn", "NormalizedEmail"], steps.Where(IsWide).Select(Index).Distinct());
        Assert.DoesNotContain(steps, s => s.StartsWith("SCAN a", StringComparison.Ordinal) && !s.Contains(" COVERING INDEX ", StringComparison.Ordinal) && !steps.Contains($"CO-ROUTINE {s[5..]}"));
    }

    [SqliteFact]
    public async Task The_list_counts_over_the_indexes_and_reads_its_rows_alone()
    {
        var steps = await StepsAsync("/admin/applications");

        Assert.DoesNotContain(steps, s => s.Contains("GROUP BY", StringComparison.Ordinal));
        Assert.Contains(steps, s => s.Contains("USING COVERING INDEX IX_Applications_Fees (CohortId=? AND Status=?)", StringComparison.Ordinal));
        Assert.Equal(["AssigneeId_CohortId", "CohortId_PersonKey", "CohortId_PhoneKey", "CohortId_ReceivedUtc"], steps.Where(IsWide).Select(Index).Order(StringComparer.Ordinal));
    }

    [SqliteTheory]
    [InlineData("塩尻")]
    [InlineData("0123")]
    [InlineData("塩尻 東京")]
    public async Task A_search_looks_through_one_index_and_reads_what_it_finds(string typed)
    {
        var steps = await StepsAsync($"/admin/applications?q={Uri.EscapeDataString(typed)}");

        Assert.Equal(2, steps.Count(s => s.Contains("USING COVERING INDEX IX_Applications_CohortId_SearchText_MergedIntoId (CohortId=?)", StringComparison.Ordinal)));
        Assert.DoesNotContain(steps, s => s.Contains("CORRELATED", StringComparison.Ordinal) && s.Contains("Numbers", StringComparison.Ordinal));
        Assert.DoesNotContain(steps.Where(IsWide).Select(Index), index => index is "CohortId_ReceivedUtc" or "Fees");
    }

    // An index that leads on to the application itself.
    private static bool IsWide(string step) => step.Contains(" USING INDEX IX_Applications_", StringComparison.Ordinal);

    private static string Index(string step) => step.Split("IX_Applications_")[1].Split(' ')[0];

    private static async Task<IReadOnlyList<string>> StepsAsync(string path)
    {
        var plans = new QueryPlans();
        using var site = await Site.StartAsync(services: plans.Watch);
        var staff = await site.StaffAsync(Role.Administrator);
        await site.ReceiveAsync(3, (n, a) => a with { Phone = "0312345678", Email = $"person{n}0123@example.jp" });
        await staff.OpenAsync(path);
        plans.StartAgain();

        await staff.OpenAsync(path);

        return [.. plans.Asked.Where(a => a.Sql.Contains("\"Applications\"", StringComparison.Ordinal)).SelectMany(a => a.Steps)];
    }
}
