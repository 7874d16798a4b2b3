using System.Text.RegularExpressions;
using Shiojiri.CxoLab.Web.Hosting;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Hosting;

/// <summary>docs/operations.md lists the settings that the site has, all of them and no other.</summary>
public sealed partial class DocumentedSettingsTests
{
    /// <summary>Of the framework and of Serilog.</summary>
    private static readonly string[] NotOurs = ["Serilog", "urls"];

    [Fact]
    public void The_list_of_settings_in_the_docs_is_that_of_the_site() =>
        Assert.Equal(SettingNames.All.Order(StringComparer.Ordinal), Documented().Order(StringComparer.Ordinal));

    [Fact]
    public void The_sections_are_those_that_the_code_binds() => Assert.Equal(
        SettingNames.Sections.Select(s => $"{s.Value.Name} {s.Key}").Order(StringComparer.Ordinal),
        Found(Bound()).Select(m => $"{m.Groups[1].Value} {m.Groups[2].Value}").Order(StringComparer.Ordinal));

    [Fact]
    public void The_single_ones_are_those_that_the_code_reads() => Assert.Equal(
        SettingNames.Single,
        Found(Read()).Select(m => m.Groups[1].Value).Concat(Found(Connection()).Select(m => $"ConnectionStrings:{m.Groups[1].Value}"))
            .Where(name => !name.StartsWith("Kestrel:", StringComparison.Ordinal) && !SettingNames.Sections.ContainsKey(name.Split(':')[0])).Distinct().Order(StringComparer.Ordinal));

    // The first column: `Section:Name`, `Name`, … where what stands in brackets are values.
    private static IEnumerable<string> Documented()
    {
        var table = Repository.Text("docs", "operations.md").Split("\n## ")[1];
        foreach (var row in table.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)))
        {
            var section = "";
            foreach (var name in Quoted().Matches(InBrackets().Replace(row.Split('|')[1], "")).Select(m => m.Groups[1].Value))
            {
                var parts = name.Split(':');
                if (NotOurs.Contains(parts[0]))
                {
                    continue;
                }

                section = parts.Length > 1 ? parts[0] : section;
                yield return parts.Length > 1 ? $"{parts[0]}:{parts[1]}" : $"{section}:{name}";
            }
        }
    }

    private static IEnumerable<Match> Found(Regex pattern) =>
        Directory.EnumerateFiles(Repository.Path("src", "Shiojiri.CxoLab.Web"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => pattern.Matches(File.ReadAllText(file)));

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex("\\([^)]*\\)")]
    private static partial Regex InBrackets();

    [GeneratedRegex("AddOptions<(\\w+)>\\(\\)\\.BindConfiguration\\(\"(\\w+)\"\\)")]
    private static partial Regex Bound();

    [GeneratedRegex("onfiguration(?:\\.GetValue<[^>]+>\\(|\\.GetSection\\(|\\[)\"(\\w+:\\w+)\"")]
    private static partial Regex Read();

    [GeneratedRegex("GetConnectionString\\(\"(\\w+)\"\\)")]
    private static partial Regex Connection();
}
