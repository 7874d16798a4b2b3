using System.Text.RegularExpressions;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests;

/// <summary>What the documents name is there.</summary>
public sealed partial class DocumentationTests
{
    private static readonly string[] Documents =
        [Repository.Path("README.md"), Repository.Path("CONTRIBUTING.md"), .. Directory.EnumerateFiles(Repository.Path("docs"), "*.md", SearchOption.AllDirectories)];

    [Fact]
    public void Every_link_to_a_file_leads_to_one() => Assert.Equal("", string.Join('\n', Documents
        .SelectMany(document => Link().Matches(File.ReadAllText(document)).Select(m => (Document: document, Target: m.Groups[1].Value)))
        .Where(link => !link.Target.Contains(':', StringComparison.Ordinal))
        .Where(link => !Path.Exists(Path.Combine(Path.GetDirectoryName(link.Document)!, link.Target)))
        .Select(link => $"{Path.GetFileName(link.Document)}: {link.Target}")));

    [Fact]
    public void The_operations_guide_names_each_file_to_deploy_and_no_other() => Assert.Equal(
        Directory.GetFiles(Repository.Path("docs", "deploy")).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal),
        Deployed().Matches(Repository.Text("docs", "operations.md")).Select(m => m.Groups[1].Value).Distinct().Order(StringComparer.Ordinal));

    [GeneratedRegex("\\]\\(([^)#\\s]+)(?:#[^)]*)?\\)")]
    private static partial Regex Link();

    [GeneratedRegex("deploy/([\\w.-]+\\w)")]
    private static partial Regex Deployed();
}
