using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Samples;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Commands;

/// <summary>Fills the staff area with made-up applicants, in Development only.</summary>
internal static class SamplesCommand
{
    public static async Task<int> RunAsync(WebApplication app, CancellationToken ct)
    {
        var elsewhere = app.Environment.IsDevelopment() ? [] : new[] { "Made-up applicants are for Development only (ASPNETCORE_ENVIRONMENT=Development)." };
        if (await SiteCommand.StopsAtAsync(elsewhere) || await SiteCommand.StopsAtAsync([.. app.Services.SettingFaults(), .. app.Services.DatabaseFaults()]))
        {
            return 1;
        }

        await app.Services.MigrateAsync(ct);
        await app.Services.GetRequiredService<SiteSnapshot>().RefreshAsync(ct);
        await using var scope = app.Services.CreateAsyncScope();
        var added = await scope.ServiceProvider.GetRequiredService<SampleDataService>().FillAsync(Actor.CommandLine, ct);
        await Console.Out.WriteLineAsync(added == 0 ? "The made-up applicants are there already." : $"{added} made-up applicants were added.");
        return 0;
    }
}
