namespace Shiojiri.CxoLab.Web.Tests.Testing;

/// <summary>
/// Which engine the tests run on: SQLite, unless CXOLAB_TEST_SQLSERVER names a SQL Server or CXOLAB_TEST_CONTAINERS=1 asks for one in a container.
/// </summary>
internal static class TestEngine
{
    private static readonly string? Named = Environment.GetEnvironmentVariable("CXOLAB_TEST_SQLSERVER") is { Length: > 0 } named ? named : null;

    public static bool IsSqlServer => Named is not null || ServerContainer.CanRun;

    /// <summary>Why a test that needs a SQL Server is passed by; null when there is one.</summary>
    public static string? NoServer => IsSqlServer ? null
        : ServerContainer.IsWanted ? "CXOLAB_TEST_CONTAINERS is set, but no container engine answers."
        : "Neither CXOLAB_TEST_SQLSERVER nor CXOLAB_TEST_CONTAINERS is set.";

    /// <summary>Why a test of files, locks or PRAGMAs is passed by; null on SQLite.</summary>
    public static string? SqliteOnly => IsSqlServer ? "Only for SQLite, and the tests run on a SQL Server." : null;

    /// <summary>The connection of the SQL Server; its login may create databases.</summary>
    public static Task<string> ServerAsync() => Named is { } server ? Task.FromResult(server) : ServerContainer.ConnectionAsync();
}
