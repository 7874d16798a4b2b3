using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Shiojiri.CxoLab.Web.Tests;

/// <summary>docs/trust.md names for each goal the tests that hold it; here it is held that they are there.</summary>
public sealed partial class TrustTableTests
{
    private static readonly string[] Goals =
    [
        .. Enumerable.Range(1, 11).Select(n => $"B{n}"), .. Enumerable.Range(1, 6).Select(n => $"C{n}"), .. Enumerable.Range(1, 9).Select(n => $"D{n}"),
        .. Enumerable.Range(1, 8).Select(n => $"E{n}"), .. Enumerable.Range(1, 4).Select(n => $"F{n}"),
    ];

    [Fact]
    public void Every_test_that_the_table_names_is_there()
    {
        var methods = Directory.EnumerateFiles(Path.Combine(Root(), "tests"), "*Tests.cs", SearchOption.AllDirectories)
            .SelectMany(file => Method().Matches(File.ReadAllText(file)).Select(m => $"{Path.GetFileNameWithoutExtension(file)}.{m.Groups[1].Value}"))
            .ToHashSet();
        var named = Named().Matches(Table()).Select(m => m.Groups[1].Value).Distinct().ToList();

        Assert.True(named.Count > 50);
        Assert.Empty(named.Except(methods));
    }

    [Fact]
    public void Every_goal_has_its_row_with_a_figure_and_what_holds_it()
    {
        var rows = Table().Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries)).Where(cells => cells.Length == 6).ToLookup(cells => cells[1]);

        Assert.Equal(Goals, Goals.Where(goal => rows[goal].Count() == 1 && rows[goal].Single()[2..5].All(cell => cell.Length > 0)));
    }

    private static string Table() => File.ReadAllText(Path.Combine(Root(), "docs", "trust.md"));

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));

    [GeneratedRegex(@"public (?:async )?(?:Task|void) (\w+)\(")]
    private static partial Regex Method();

    [GeneratedRegex(@"`(\w+Tests\.\w+)`")]
    private static partial Regex Named();
}
