namespace Shiojiri.CxoLab.Web.Tests.Testing;

/// <summary>Which engine the tests run on.</summary>
internal static class TestEngine
{
    /// <summary>The connection of the SQL Server that takes the place of SQLite; null without one.</summary>
    public static string? SqlServer { get; } = Environment.GetEnvironmentVariable("CXOLAB_TEST_SQLSERVER") is { Length: > 0 } named ? named : null;

    /// <summary>Why a test of files, locks or PRAGMAs is passed by.</summary>
    public static string? SqliteOnly => SqlServer is null ? null : "Only for SQLite, and CXOLAB_TEST_SQLSERVER is set.";
}
