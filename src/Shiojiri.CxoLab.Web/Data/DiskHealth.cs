using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Data;

/// <summary>Whether the disks that the site writes to have room. Before one is full, so that somebody can act while applications still go in.</summary>
internal sealed class DiskHealth(WatchedFolders folders, IOptions<HealthSettings> settings) : IHealthCheck
{
    private const long Megabyte = 1024 * 1024;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var least = settings.Value.MinimumFreeMegabytes;
        var free = folders.Paths.Select(FreeBytes).OfType<long>().Select(bytes => bytes / Megabyte).DefaultIfEmpty(long.MaxValue).Min();
        return Task.FromResult(free >= least
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy($"{free} MiB are free on a disk that the site writes to; Health:MinimumFreeMegabytes asks for {least}."));
    }

    // A folder on a share may not tell: then its disk is somebody else's to watch.
    private static long? FreeBytes(string folder)
    {
        try
        {
            return new DriveInfo(OperatingSystem.IsWindows() ? Path.GetPathRoot(folder)! : folder).AvailableFreeSpace;
        }
        catch (Exception unknown) when (unknown is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }
}

/// <summary>Where the site writes: its own folder, that of the SQLite file, that of the pictures.</summary>
internal sealed record WatchedFolders(IReadOnlyList<string> Paths)
{
    public static WatchedFolders Of(WebApplicationBuilder builder)
    {
        var folders = new List<string?> { Path.GetDirectoryName(DataFolder.File(builder, "any")), builder.Configuration["Pictures:Folder"] };
        if (!DatabaseSetup.IsSqlServer(builder.Configuration) && builder.Configuration.GetConnectionString("CxoLab") is { } connection)
        {
            folders.Add(Path.GetDirectoryName(Path.GetFullPath(new SqliteConnectionStringBuilder(connection).DataSource)));
        }

        return new WatchedFolders([.. folders.OfType<string>().Where(f => f.Length > 0).Distinct()]);
    }
}
