namespace Shiojiri.CxoLab.Web.Tests.Testing;

/// <summary>A test that runs against the SQL Server named by CXOLAB_TEST_SQLSERVER, and is reported as skipped when there is none.</summary>
public sealed class SqlServerFactAttribute : FactAttribute
{
    public SqlServerFactAttribute()
    {
        if (ConnectionString is null)
        {
            Skip = "CXOLAB_TEST_SQLSERVER is not set.";
        }
    }

    public static string? ConnectionString => TestEngine.SqlServer;
}
