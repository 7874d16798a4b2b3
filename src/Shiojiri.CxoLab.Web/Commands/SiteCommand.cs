using System.CommandLine;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Commands;

/// <summary>The command line: without a command the site runs; settings may follow as --Section:Name=value.</summary>
internal static class SiteCommand
{
    public static Task<int> RunAsync(WebApplication app, string[] args)
    {
        var root = new RootCommand("塩尻CxO Lab recruitment site") { TreatUnmatchedTokensAsErrors = false };
        root.SetAction((_, ct) => ServeAsync(app, ct));

        var migrate = new Command("migrate", "Brings the configured database up to date and puts the first content into an empty one.")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        migrate.SetAction((_, ct) => MigrateCommand.RunAsync(app, ct));
        root.Add(migrate);

        var routes = new Command("routes", "Prints every endpoint as METHOD /path/{id} and its policy.") { TreatUnmatchedTokensAsErrors = false };
        routes.SetAction(_ => RoutesCommand.Run(app));
        root.Add(routes);

        // The host ends the site on SIGTERM and Ctrl+C by itself, answering what is under way.
        return root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null, EnableDefaultExceptionHandler = false });
    }

    private static async Task<int> ServeAsync(WebApplication app, CancellationToken ct)
    {
        var faults = app.Services.SettingFaults();
        foreach (var fault in faults)
        {
            await Console.Error.WriteLineAsync(fault);
        }

        if (faults.Count > 0)
        {
            return 1;
        }

        if (!DatabaseSetup.IsSqlServer(app.Configuration))
        {
            await app.Services.MigrateAsync(ct);
        }

        await app.RunAsync(ct);
        return 0;
    }
}
