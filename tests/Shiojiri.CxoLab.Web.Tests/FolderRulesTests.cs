using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Shiojiri.CxoLab.Web.Tests;

/// <summary>Who may know whom: a feature touches the rules, Data, Hosting, Mail, Shared and itself; Shared no database; Data no feature.</summary>
public sealed partial class FolderRulesTests
{
    private const string Features = "Shiojiri.CxoLab.Web.Features";

    [Fact]
    public void A_feature_never_reaches_into_another_feature()
    {
        var reaching = Files("Features").SelectMany(file => Uses(file)
            .Where(used => used.StartsWith($"{Features}.", StringComparison.Ordinal)
                && used != $"{Features}.Shared"
                && used != $"{Features}.{Feature(file)}"
                && !(Feature(file).StartsWith("Admin", StringComparison.Ordinal) && used is $"{Features}.Admin" or $"{Features}.Admin.Shared"))
            .Select(used => $"{file.Name} uses {used}"));

        Assert.Empty(reaching);
    }

    [Fact]
    public void Data_and_mail_know_no_feature() =>
        Assert.Empty(Files("Data").Concat(Files("Mail")).Where(file => Uses(file).Any(u => u.StartsWith(Features, StringComparison.Ordinal))).Select(f => f.Name));

    [Fact]
    public void Shared_touches_no_database() =>
        Assert.Empty(Files("Features/Shared").Where(file => Uses(file).Any(u => u.Contains(".Data", StringComparison.Ordinal) || u.Contains("EntityFramework", StringComparison.Ordinal))).Select(f => f.Name));

    [Fact]
    public void Only_one_file_speaks_SMTP() =>
        Assert.Equal(["SmtpTransport.cs"], Files("").Where(file => Uses(file).Any(u => u.StartsWith("MailKit", StringComparison.Ordinal))).Select(f => f.Name));

    [Fact]
    public void Only_one_file_knows_the_engines_error_codes() =>
        Assert.Equal(["DatabaseTrouble.cs"], Files("").Where(file => File.ReadAllText(file.FullName).Contains("SqlException", StringComparison.Ordinal)).Select(f => f.Name));

    [Fact]
    public void No_file_is_longer_than_250_lines() =>
        Assert.Empty(Files("").Where(file => !file.FullName.Contains("Migrations", StringComparison.Ordinal) && File.ReadLines(file.FullName).Count() > 250).Select(f => f.Name));

    // The desk is an area of its own: there each folder below Admin is a feature.
    private static string Feature(FileInfo file)
    {
        var path = Path.GetRelativePath(Path.Combine(Source(), "Features"), file.FullName).Split(Path.DirectorySeparatorChar);
        return path[0] == "Admin" && path.Length > 2 ? $"Admin.{path[1]}" : path[0];
    }

    private static IEnumerable<string> Uses(FileInfo file) =>
        UsingLine().Matches(File.ReadAllText(file.FullName)).Select(m => m.Groups[1].Value);

    private static IEnumerable<FileInfo> Files(string folder) =>
        new DirectoryInfo(Path.Combine(Source(), folder)).EnumerateFiles("*.cs*", SearchOption.AllDirectories)
            .Where(f => f.Extension is ".cs" or ".cshtml" && !f.FullName.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && !f.FullName.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    private static string Source([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "src", "Shiojiri.CxoLab.Web"));

    [GeneratedRegex(@"^@?using (?:\w+ = )?([\w.]+);?\s*$", RegexOptions.Multiline)]
    private static partial Regex UsingLine();
}
