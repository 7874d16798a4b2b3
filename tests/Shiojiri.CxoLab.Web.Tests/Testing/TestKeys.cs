using Shiojiri.CxoLab.Web.Hosting.Keys;

namespace Shiojiri.CxoLab.Web.Tests.Testing;

/// <summary>The key that lies outside the databases of tests: the same for all, so that the migrated template fits every site.</summary>
internal static class TestKeys
{
    private static readonly byte[] Secret = new byte[32];

    public static SiteKeys Keys => new([Secret]);

    /// <summary>Writes the key file into a site's folder.</summary>
    public static string WriteTo(string folder)
    {
        var path = Path.Combine(folder, "site.key");
        File.WriteAllText(path, Convert.ToBase64String(Secret));
        FileModes.Set(path, FileModes.OwnerAlone);
        return path;
    }
}
