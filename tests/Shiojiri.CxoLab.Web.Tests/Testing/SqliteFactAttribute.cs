namespace Shiojiri.CxoLab.Web.Tests.Testing;

/// <summary>A test of what SQLite alone has: its file, its lock, its PRAGMAs. Reported as skipped where the tests run on a SQL Server.</summary>
internal sealed class SqliteFactAttribute : FactAttribute
{
    public SqliteFactAttribute() => Skip = TestEngine.SqliteOnly;
}

/// <summary>A theory of what SQLite alone has.</summary>
internal sealed class SqliteTheoryAttribute : TheoryAttribute
{
    public SqliteTheoryAttribute() => Skip = TestEngine.SqliteOnly;
}
