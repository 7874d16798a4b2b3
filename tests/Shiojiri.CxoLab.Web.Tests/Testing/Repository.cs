using System.Runtime.CompilerServices;

namespace Shiojiri.CxoLab.Web.Tests.Testing;

/// <summary>The files of the repository, where a test reads them.</summary>
internal static class Repository
{
    public static string Path(params string[] parts) => System.IO.Path.Combine([Root(), .. parts]);

    public static string Text(params string[] parts) => File.ReadAllText(Path(parts));

    private static string Root([CallerFilePath] string file = "") =>
        System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(file)!, "..", "..", ".."));
}
