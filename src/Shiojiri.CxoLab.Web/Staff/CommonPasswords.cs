namespace Shiojiri.CxoLab.Web.Staff;

/// <summary>The 10,000 commonest passwords and all longer ones of the same list (see docs/dependencies.md), in small letters.</summary>
internal static class CommonPasswords
{
    private static readonly Lazy<HashSet<string>> List = new(Read);

    public static bool Holds(string password) => List.Value.Contains(password.ToLowerInvariant());

    private static HashSet<string> Read()
    {
        using var stream = typeof(CommonPasswords).Assembly.GetManifestResourceStream("common-passwords.txt")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }
}
