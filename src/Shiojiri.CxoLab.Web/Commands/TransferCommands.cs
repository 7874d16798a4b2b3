using System.CommandLine;
using System.Text.Json;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Transfers;

namespace Shiojiri.CxoLab.Web.Commands;

/// <summary><c>export-site</c> and <c>import-site</c>: content and settings from one site to another, without people.</summary>
internal static class TransferCommands
{
    public static Command Export(WebApplication app) => With(
        "export-site", "Writes content and settings, without people, into a folder.", app, ExportAsync);

    public static Command Import(WebApplication app) => With(
        "import-site", "Takes in what export-site wrote. Adds and changes, takes nothing away; into an empty database it goes in place of the first content.", app, ImportAsync);

    private static Command With(string name, string description, WebApplication app, Func<WebApplication, string, CancellationToken, Task<int>> run)
    {
        var folder = new Argument<string>("folder") { Description = "The folder that holds site.json." };
        var command = new Command(name, description) { TreatUnmatchedTokensAsErrors = false };
        command.Add(folder);
        command.SetAction((parsed, ct) => SiteCommand.WithDatabaseAsync(app, async () =>
            await SiteCommand.StopsAtAsync(app.Services.DatabaseFaults()) ? 1 : await run(app, parsed.GetRequiredValue(folder), ct)));
        return command;
    }

    private static async Task<int> ExportAsync(WebApplication app, string folder, CancellationToken ct)
    {
        if (!DatabaseSetup.IsSqlServer(app.Configuration))
        {
            await app.Services.MigrateAsync(ct);
        }

        await app.Services.GetRequiredService<SiteSnapshot>().RefreshAsync(ct);
        await using var scope = app.Services.CreateAsyncScope();
        var document = await scope.ServiceProvider.GetRequiredService<SiteExport>().MakeAsync(ct);
        await scope.ServiceProvider.GetRequiredService<PictureImport>().WriteFilesAsync(folder, document.Pictures, ct);
        await SiteDocumentFile.WriteAsync(folder, document, ct);
        await Console.Out.WriteLineAsync($"{document.Cohorts.Count} cohorts and {document.Content.Count} pieces of content were written to {folder}. No person is in there; settings and mail texts are.");
        return 0;
    }

    private static async Task<int> ImportAsync(WebApplication app, string folder, CancellationToken ct)
    {
        try
        {
            var document = await SiteDocumentFile.ReadAsync(folder, ct);
            await app.Services.MigrateAsync(ct, withFirstContent: false);
            await app.Services.GetRequiredService<SiteSnapshot>().RefreshAsync(ct);
            await using var scope = app.Services.CreateAsyncScope();
            var outcome = await scope.ServiceProvider.GetRequiredService<SiteImport>().ReadAsync(document, folder, ct);
            await Console.Out.WriteLineAsync(outcome.IsNothing ? "All of it stands there already." : $"{outcome.Added} rows were added and {outcome.Changed} changed.");
            return 0;
        }
        catch (Exception refused) when (refused is TransferException or JsonException or IOException or UnauthorizedAccessException)
        {
            await SiteCommand.StopsAtAsync(refused is TransferException { Faults: var faults } ? faults : [refused.Message]);
            return 1;
        }
    }
}
