using Shiojiri.CxoLab.Web.Hosting.Keys;

namespace Shiojiri.CxoLab.Web.Data;

internal static class DatabaseSettingsCheck
{
    /// <summary>The faults that matter to a command which touches the database alone.</summary>
    public static IEnumerable<string> DatabaseFaults(this IServiceProvider services) => services.ConnectionFaults().Concat(services.KeyFaults());

    /// <summary>The faults that matter to what needs no key.</summary>
    public static IEnumerable<string> ConnectionFaults(this IServiceProvider services)
    {
        var configuration = services.GetRequiredService<IConfiguration>();
        if (configuration["Database:Provider"] is { Length: > 0 } provider
            && !provider.Equals("Sqlite", StringComparison.OrdinalIgnoreCase) && !DatabaseSetup.IsSqlServer(configuration))
        {
            yield return $"Database:Provider is '{provider}': it must be Sqlite or SqlServer.";
        }

        if (DatabaseSetup.IsSqlServer(configuration) && string.IsNullOrWhiteSpace(configuration.GetConnectionString("CxoLab")))
        {
            yield return "ConnectionStrings:CxoLab is missing: the connection string of the SQL Server database.";
        }
    }
}
