using System.CommandLine;
using System.Globalization;
using Microsoft.Data.SqlClient;
using Microsoft.Extensions.Options;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Hosting;
using Shiojiri.CxoLab.Web.Hosting.Keys;

namespace Shiojiri.CxoLab.Web.Commands;

/// <summary><c>backup FILE</c>: a checked copy of the SQLite database while people apply; SQL Server has its own.</summary>
internal static class BackupCommand
{
    public static Command For(WebApplication app)
    {
        var file = new Argument<string>("file") { Description = "Where the copy goes; must not be there yet." };
        var command = new Command("backup", "Copies the SQLite database while the site runs, and checks the copy.") { TreatUnmatchedTokensAsErrors = false };
        command.Add(file);
        command.SetAction((parsed, ct) => SiteCommand.WithDatabaseAsync(app, () => RunAsync(app, parsed.GetRequiredValue(file), ct)));
        return command;
    }

    private static async Task<int> RunAsync(WebApplication app, string file, CancellationToken ct)
    {
        if (await SiteCommand.StopsAtAsync(app.Services.ConnectionFaults()))
        {
            return 1;
        }

        if (DatabaseSetup.IsSqlServer(app.Configuration))
        {
            await SiteCommand.StopsAtAsync([ServersOwn(app.Configuration.GetConnectionString("CxoLab")!, file)]);
            return 1;
        }

        try
        {
            var connection = DatabaseSetup.SqliteConnectionString(app.Configuration, Path.Combine(DataFolder.Of(app.Environment, app.Configuration), "cxolab.db"));
            var counts = await SqliteBackup.WriteAsync(connection, Path.GetFullPath(file), ct);
            await Console.Out.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{file}: {counts.Applications} applications and {counts.Mails} mails, {counts.Bytes} bytes, integrity ok. It holds personal data: keep it as such."));
            foreach (var line in Elsewhere(app.Services))
            {
                await Console.Out.WriteLineAsync(line);
            }

            return 0;
        }
        catch (BackupException refused)
        {
            await SiteCommand.StopsAtAsync([refused.Message]);
            return 1;
        }
    }

    // Its name, and nothing else of the connection string.
    private static string ServersOwn(string connectionString, string file) =>
        $"SQL Server makes its own backups: BACKUP DATABASE [{new SqlConnectionStringBuilder(connectionString).InitialCatalog.Replace("]", "]]", StringComparison.Ordinal)}] "
        + $"TO DISK = N'{file.Replace("'", "''", StringComparison.Ordinal)}' WITH CHECKSUM, COMPRESSION; (the path is one of the server's; Azure SQL backs up by itself).";

    private static IEnumerable<string> Elsewhere(IServiceProvider services)
    {
        foreach (var file in services.GetRequiredService<IOptions<SecretsSettings>>().Value.Files)
        {
            yield return $"Save as well, and never beside the copy: the key file {Path.GetFullPath(file)}";
        }

        yield return services.GetRequiredService<IOptions<PictureSettings>>().Value.Folder is { } pictures
            ? $"Save as well, after the copy: the pictures in {pictures}"
            : "The pictures are in the copy.";
        yield return "Save as well: the settings.";
    }
}
