namespace Shiojiri.CxoLab.Web.Tests.Testing;

/// <summary>A test that needs a real SQL Server, and is reported as skipped, with the reason, where there is none.</summary>
public sealed class SqlServerFactAttribute : FactAttribute
{
    public SqlServerFactAttribute() => Skip = TestEngine.NoServer;
}
