namespace Shiojiri.CxoLab.BrowserTests.Testing;

/// <summary>The Chromium of this machine, rather the one without a window of its own: same engine, two thirds of the time. Nothing is ever downloaded.</summary>
internal static class Chromium
{
    public const string Missing = "There is no Chromium at CHROMIUM_PATH, /usr/bin/chromium or on the PATH (apt-get install chromium).";

    /// <summary>Null when there is none.</summary>
    public static string? Path { get; } = Candidates().FirstOrDefault(File.Exists);

    /// <summary>Where changes are decided on a missing browser is a failure; elsewhere it only skips what needs it.</summary>
    public static string? SkipReason => Path is null && Environment.GetEnvironmentVariable("CI") != "true" ? Missing : null;

    // Whoever names a browser wants that one and no other.
    private static IEnumerable<string> Candidates() => Environment.GetEnvironmentVariable("CHROMIUM_PATH") is { Length: > 0 } named
        ? [named]
        : [
            "/usr/bin/chromium-headless-shell",
            "/usr/bin/chromium",
            .. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator).Select(folder => System.IO.Path.Combine(folder, "chromium")),
        ];
}
