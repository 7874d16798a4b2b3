namespace Shiojiri.CxoLab.Web.Tests.Testing;

/// <summary>Who may read a file; on Windows, where that is said otherwise, everybody of whom a test expects it.</summary>
internal static class FileModes
{
    public const UnixFileMode OwnerAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static UnixFileMode Of(string file) => OperatingSystem.IsWindows() ? OwnerAlone : File.GetUnixFileMode(file);

    public static void Set(string file, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, mode);
        }
    }
}
