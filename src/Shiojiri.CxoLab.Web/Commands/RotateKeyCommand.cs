using System.CommandLine;
using Shiojiri.CxoLab.Web.Data;

namespace Shiojiri.CxoLab.Web.Commands;

/// <summary><c>rotate-key</c>: after a change of the key file, closes with the new one what the older one closed.</summary>
internal static class RotateKeyCommand
{
    public static Command For(WebApplication app)
    {
        var command = new Command("rotate-key", "After a change of the key file: closes the keys in the database with the new file.") { TreatUnmatchedTokensAsErrors = false };
        command.SetAction((_, ct) => SiteCommand.WithDatabaseAsync(app, () => RunAsync(app, ct)));
        return command;
    }

    private static async Task<int> RunAsync(WebApplication app, CancellationToken ct)
    {
        if (await SiteCommand.StopsAtAsync(app.Services.DatabaseFaults()))
        {
            return 1;
        }

        await using var scope = app.Services.CreateAsyncScope();
        var keys = await ActivatorUtilities.CreateInstance<KeyRotation>(scope.ServiceProvider).RunAsync(ct);
        if (keys.Closed > 0)
        {
            await SiteCommand.StopsAtAsync([$"{keys.Closed} keys can't be opened by any key file: put the one that they were made with into Secrets:OlderKeyFiles."]);
            return 1;
        }

        // As each start does it: the head of the audit log comes under the file of now.
        await app.Services.MigrateAsync(ct);
        await Console.Out.WriteLineAsync($"{keys.Moved} keys were closed with the key file of now, {keys.There} were so already. Older files are needed for earlier lines of the audit log alone.");
        return 0;
    }
}
