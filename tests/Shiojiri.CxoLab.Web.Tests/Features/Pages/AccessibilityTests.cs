using Shiojiri.CxoLab.Settings;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Pages;

/// <summary>The statement on accessibility.</summary>
public sealed class AccessibilityTests
{
    [Fact]
    public async Task It_goes_through_all_criteria_of_A_and_AA_and_says_how_each_was_checked()
    {
        using var site = await Site.StartAsync();

        var page = await site.Visitor().OpenAsync("/accessibility");
        var rows = page.Html.QuerySelectorAll("tbody tr").Select(row => row.Children.Select(cell => string.Join(' ', cell.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToArray()).ToList();

        Assert.Equal(38, rows.Select(row => row[0]).Distinct().Count());
        var numbers = rows.Select(row => Version.Parse(row[0].Split(' ')[0])).ToList();
        Assert.Equal(numbers.Order(), numbers);
        Assert.Equal((25, 13), (rows.Count(row => row[1] == "A"), rows.Count(row => row[1] == "AA")));
        Assert.All(rows, row => Assert.Matches("^(適用なし|適合 (自動|キーボード|目視)(、(キーボード|目視))*)$", row[2]));
        Assert.Contains($"適合{rows.Count(row => row[2].StartsWith("適合", StringComparison.Ordinal))}、非適合0、適用なし{rows.Count(row => row[2] == "適用なし")}", page.Words, StringComparison.Ordinal);
        Assert.Contains("スクリーンリーダー", page.Words, StringComparison.Ordinal);
        Assert.Equal("/accessibility", page.Html.QuerySelector(".site-foot a[href='/accessibility']")!.GetAttribute("href"));
    }

    [Fact]
    public async Task It_names_whoever_runs_the_programme_and_how_they_are_reached()
    {
        using var site = await Site.StartAsync();
        await site.InDatabaseAsync(async db =>
        {
            db.Add(SettingRevision.Of(null, SettingSection.Programme, 1, ProgrammeValues.BuiltIn with { Name = "森のまちラボ" }, new Actor(null, "見本"), DateTime.UnixEpoch));
            db.Add(SettingRevision.Of(null, SettingSection.Contact, 1, new ContactValues("mori@example.jp", "0263-00-0000", "平日"), new Actor(null, "見本"), DateTime.UnixEpoch));
            return await db.SaveChangesAsync();
        });

        var page = await site.Visitor().OpenAsync("/accessibility");

        Assert.Contains("森のまちラボ 運営事務局は、日本産業規格", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("塩尻", page.Words, StringComparison.Ordinal);
        Assert.Equal(["mailto:mori@example.jp", "tel:0263-00-0000"], page.Html.QuerySelectorAll("main .prose a[href*=':']").Select(a => a.GetAttribute("href")));
    }
}
