namespace Shiojiri.CxoLab.Web.Staff;

/// <summary>Where somebody wanted to go before signing in: a page of the staff area, or its first one.</summary>
internal static class ReturnAddress
{
    public const string Home = "/admin";

    /// <summary>Where they begin who may not see the first page.</summary>
    public const string EditorHome = "/admin/pages";

    private const int Longest = 2000;

    /// <summary>
    /// Only what begins with /admin and holds nothing that a browser could read another way: no backslash, no control character,
    /// not even encoded ones.
    /// </summary>
    public static string Of(string? from) => IsOurs(from) ? from! : Home;

    private static bool IsOurs(string? from)
    {
        if (from is null || from.Length > Longest || from.Any(c => c is '\\' || c <= ' ' || c > '~'))
        {
            return false;
        }

        var path = from.Split('?', '#')[0];
        return (path == Home || path.StartsWith($"{Home}/", StringComparison.Ordinal))
            && !path.Contains("//", StringComparison.Ordinal) && !path.Contains("..", StringComparison.Ordinal)
            && !path.Contains('%', StringComparison.Ordinal) && !path.Contains('@', StringComparison.Ordinal)
            && !path.StartsWith("/admin/sign-", StringComparison.Ordinal);
    }
}
