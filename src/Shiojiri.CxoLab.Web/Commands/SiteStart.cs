using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Commands;

/// <summary>What stands between the settings and the first visitor: the database made ready and read.</summary>
internal static class SiteStart
{
    /// <summary>The faults that keep the site from starting, one sentence each; with one of them the database is not touched.</summary>
    public static async Task<IReadOnlyList<string>> PrepareAsync(WebApplication app)
    {
        string[] faults = [.. app.Services.SettingFaults(), .. app.Services.DatabaseFaults()];
        if (faults.Length > 0)
        {
            return faults;
        }

        if (!DatabaseSetup.IsSqlServer(app.Configuration))
        {
            await app.Services.MigrateAsync(CancellationToken.None);
        }

        // Two contexts at a time: most of either is EF's own work, and the other core has put the site together by now.
        await Task.WhenAll(
            Task.Run(() => StaffCommand.SayWhenNobodyIsThereAsync(app, CancellationToken.None)),
            LookAtDatabaseAsync(app));
        return [];
    }

    // A site whose database is away still starts and serves what needs none; the worker reads it once the database is back.
    private static async Task LookAtDatabaseAsync(WebApplication app)
    {
        try
        {
            await app.Services.GetRequiredService<SiteSnapshot>().RefreshAsync(CancellationToken.None);
            await RowVersioning.SayWhenOffAsync(app.Services, CancellationToken.None);
        }
        catch (Exception trouble) when (DatabaseTrouble.Find(trouble) is not null)
        {
            app.Services.GetRequiredService<DatabaseFaultLog>().Note(trouble);
        }
    }
}
