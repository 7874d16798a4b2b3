using System.Runtime.CompilerServices;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using Shiojiri.CxoLab.Web.Data;

namespace Shiojiri.CxoLab.Web.Tests;

/// <summary>Who may use whom, read from the compiled types, views among them; and how long a file may be.</summary>
public sealed class FolderRulesTests
{
    /// <summary>The line of the site's top-level folders: each may use those after it, never those before it. So there is no circle.</summary>
    private static readonly string[] Line = ["Program.cs", "Commands", "Transfers", "Features", "Staff", "Mail", "Pictures", "Jobs", "Data", "Spreadsheets", "Hosting"];

    private static readonly string[] EngineErrors = ["Microsoft.Data.SqlClient.SqlException", "Microsoft.Data.Sqlite.SqliteException"];

    private static readonly Architecture Site = new ArchLoader().LoadAssembly(typeof(CxoLabDb).Assembly).Build();

    [Fact]
    public void A_top_level_folder_uses_only_those_after_it_in_the_line() =>
        None(InSite().Where(u => Rank(u.To) < Rank(u.From)).Select(u => u.Text));

    [Fact]
    public void Every_top_level_folder_stands_in_the_line() =>
        None(OwnTypes().Select(t => Folder(t)[0]).Except(Line));

    [Fact]
    public void A_feature_never_uses_another_feature() =>
        None(InSite().Where(u => Feature(u.From) is { } from && Feature(u.To) is { } to && from != to).Select(u => u.Text));

    [Fact]
    public void A_public_feature_never_uses_the_staff_area() =>
        None(InSite().Where(u => IsIn(u.From, "Features") && Folder(u.From) is not (["Features"] or ["Features", "Admin", ..]) && IsIn(u.To, "Features", "Admin")).Select(u => u.Text));

    [Fact]
    public void What_features_share_uses_no_feature_and_no_database() =>
        None(Uses().Where(u => IsIn(u.From, "Features", "Shared")
                && (Feature(u.To) is not null || IsIn(u.To, "Data") || u.To.FullName.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal)))
            .Select(u => u.Text));

    [Fact]
    public void Only_one_type_speaks_SMTP() =>
        Assert.Equal(["SmtpTransport"], UsersOf(t => t.FullName.StartsWith("MailKit.", StringComparison.Ordinal)).Select(Outer));

    [Fact]
    public void One_type_decodes_pictures_and_one_draws_them() =>
        Assert.Equal(
            ["PictureConversion", "ShareCardDrawing"],
            UsersOf(t => t.FullName.StartsWith("NetVips.", StringComparison.Ordinal)).Select(Outer).Order(StringComparer.Ordinal));

    [Fact]
    public void Only_one_type_of_Data_knows_the_engines_errors() =>
        Assert.Equal("Data", Folder(Assert.Single(UsersOf(t => EngineErrors.Contains(t.FullName))))[0]);

    /// <summary>Against an empty reading: what every rule above stands on is there, in plain code, in a lambda, in an async method and in a view.</summary>
    [Fact]
    public void The_compiled_types_tell_who_uses_whom()
    {
        var uses = Uses().Select(u => (Outer(u.From), u.To.FullName)).ToHashSet();

        Assert.Contains(("AdminSetup", "Shiojiri.CxoLab.Web.Features.Admin.Shared.RetainedForm"), uses);
        Assert.Contains(("ApplicantService", "Shiojiri.CxoLab.Web.Data.UniqueViolation"), uses);
        Assert.Contains(("Features_Admin_Payments_Ledger", "Shiojiri.CxoLab.Web.Features.Admin.Payments.LedgerPage"), uses);
    }

    [Fact]
    public void No_file_is_longer_than_250_lines() =>
        None(Files("*.cs").Where(f => f.Directory!.Name is not ("Migrations" or "Model") && File.ReadLines(f.FullName).Count() > 250).Select(f => f.Name));

    [Fact]
    public void No_view_is_longer_than_120_lines() =>
        None(Files("*.cshtml").Where(f => File.ReadLines(f.FullName).Count() > 120).Select(f => f.Name));

    [Fact]
    public void No_line_of_a_view_is_longer_than_160_columns() =>
        None(Files("*.cshtml")
            .SelectMany(f => File.ReadLines(f.FullName).Select((line, i) => (Line: line, Place: $"{f.Name}:{i + 1}")))
            .Where(l => l.Line.Length > 160)
            .Select(l => l.Place));

    /// <summary>Like Assert.Empty, which would cut the list short.</summary>
    private static void None(IEnumerable<string> found) => Assert.Equal("", string.Join('\n', found.Distinct().Order(StringComparer.Ordinal)));

    private static IEnumerable<IType> OwnTypes() =>
        Site.Types.Where(t => Folder(t).Length > 0);

    private static IEnumerable<Use> Uses() => OwnTypes().SelectMany(t => t.Dependencies.Select(d => new Use(t, d.Target)));

    private static IEnumerable<Use> InSite() => Uses().Where(u => Folder(u.To).Length > 0);

    private static List<IType> UsersOf(Func<IType, bool> target) =>
        [.. Uses().Where(u => target(u.To)).Select(u => u.From).DistinctBy(Outer)];

    private static bool IsView(IType type) => type.FullName.StartsWith("AspNetCoreGeneratedDocument.", StringComparison.Ordinal);

    /// <summary>Where a type lies below the site's folder; empty for what is not the site's. A view's type is named after its path.</summary>
    private static string[] Folder(IType type)
    {
        var name = type.FullName.Split('+', '/', '<', '`')[0];
        if (name == "Program")
        {
            return ["Program.cs"];
        }

        if (IsView(type))
        {
            var path = name["AspNetCoreGeneratedDocument.".Length..].Split('_');
            return path.Contains("") ? [.. path.TakeWhile(part => part.Length > 0)] : path[..^1];
        }

        return name.StartsWith("Shiojiri.CxoLab.Web.", StringComparison.Ordinal) ? name["Shiojiri.CxoLab.Web.".Length..].Split('.')[..^1] : [];
    }

    private static bool IsIn(IType type, params string[] folder) => Folder(type).Take(folder.Length).SequenceEqual(folder);

    private static int Rank(IType type) => Array.IndexOf(Line, Folder(type)[0]);

    /// <summary>The feature a type is part of; null for what all features may use. In the staff area each folder is a feature.</summary>
    private static string? Feature(IType type) => Folder(type) switch
    {
        ["Features", "Admin", "Shared", ..] or ["Features", "Admin"] or ["Features", "Shared", ..] or ["Features"] => null,
        ["Features", "Admin", var feature, ..] => $"Admin.{feature}",
        ["Features", var feature, ..] => feature,
        _ => null,
    };

    private static string Outer(IType type) => type.FullName.Split('+', '/', '<', '`')[0].Split('.')[^1];

    private static IEnumerable<FileInfo> Files(string pattern)
    {
        var (bin, obj) = ($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", $"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}");
        return new DirectoryInfo(Source()).EnumerateFiles(pattern, SearchOption.AllDirectories)
            .Where(f => !f.FullName.Contains(bin, StringComparison.Ordinal) && !f.FullName.Contains(obj, StringComparison.Ordinal));
    }

    private static string Source([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "src", "Shiojiri.CxoLab.Web"));

    private sealed record Use(IType From, IType To)
    {
        public string Text => $"{Outer(From)} uses {To.FullName}";
    }
}
