using Shiojiri.CxoLab.Web.Data;

namespace Shiojiri.CxoLab.Web.Commands;

internal static class MigrateCommand
{
    public static async Task<int> RunAsync(WebApplication app, CancellationToken ct)
    {
        if (await SiteCommand.StopsAtAsync(app.Services.DatabaseFaults()))
        {
            return 1;
        }

        await app.Services.MigrateAsync(ct);
        await Console.Out.WriteLineAsync("The database is up to date.");
        return 0;
    }
}
