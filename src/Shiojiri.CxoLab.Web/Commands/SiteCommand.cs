using System.CommandLine;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features;

namespace Shiojiri.CxoLab.Web.Commands;

/// <summary>The command line: without a command the site runs; settings may follow as --Section:Name=value.</summary>
internal static class SiteCommand
{
    /// <summary>
    /// Begins what a start of the site does with its database on another core, while this one puts the site together: the faults that keep it from starting, none when
    /// the database is ready. Null for a command: it begins nothing of its own accord, and may be one that finds no database.
    /// </summary>
    public static Task<IReadOnlyList<string>>? Begin(WebApplication app, string[] args) =>
        args.Length == SettingsIn(args).Length ? Task.Run(() => SiteStart.PrepareAsync(app)) : null;

    public static Task<int> RunAsync(WebApplication app, string[] args, Task<IReadOnlyList<string>>? ready)
    {
        var root = new RootCommand("The recruitment site; without a command it runs.") { TreatUnmatchedTokensAsErrors = false };
        root.SetAction((parsed, ct) => ServeAsync(app, parsed.UnmatchedTokens, () => ready ?? SiteStart.PrepareAsync(app), ct));

        var migrate = new Command("migrate", "Brings the configured database up to date and puts the first content into an empty one.")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        migrate.SetAction((_, ct) => WithDatabaseAsync(app, () => MigrateCommand.RunAsync(app, ct)));
        root.Add(migrate);

        var samples = new Command("samples", "Fills the staff area with made-up applicants, to look around (Development only).") { TreatUnmatchedTokensAsErrors = false };
        samples.SetAction((_, ct) => WithDatabaseAsync(app, () => SamplesCommand.RunAsync(app, ct)));
        root.Add(samples);

        var routes = new Command("routes", "Prints every endpoint as METHOD /path/{id} and its policy.") { TreatUnmatchedTokensAsErrors = false };
        routes.SetAction(_ => RoutesCommand.Run(app));
        root.Add(routes);

        root.Add(VerifyAuditCommand.For(app));
        root.Add(EraseCommand.For(app));
        root.Add(EraseDetailsCommand.For(app));
        root.Add(StaffCommand.For(app));
        root.Add(TransferCommands.Export(app));
        root.Add(TransferCommands.Import(app));
        root.Add(BackupCommand.For(app));
        root.Add(DoctorCommand.For(app));
        root.Add(RotateKeyCommand.For(app));

        // The host ends the site on SIGTERM and Ctrl+C by itself, answering what is under way.
        return root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null, EnableDefaultExceptionHandler = false });
    }

    /// <summary>The settings among what was typed. The framework would take a folder such as /srv/town for a setting and swallow the next one.</summary>
    public static string[] SettingsIn(string[] args) => [.. args.Where(arg => arg.StartsWith("--", StringComparison.Ordinal) && arg.Contains('=', StringComparison.Ordinal))];

    /// <summary>Runs a command; when the database does not do its part, says so in one sentence and ends with 2.</summary>
    public static async Task<int> WithDatabaseAsync(WebApplication app, Func<Task<int>> command)
    {
        try
        {
            return await command();
        }
        catch (Exception trouble) when (DatabaseTrouble.Find(trouble) is { } fault)
        {
            app.Services.GetRequiredService<DatabaseFaultLog>().Note(trouble);
            await Console.Error.WriteLineAsync(fault.Kind == DatabaseFaultKind.Passing
                ? $"The database can't be reached or is busy ({fault.Engine} {fault.Number}): nothing was done. Check ConnectionStrings:CxoLab and whether the server runs."
                : $"The database refused ({fault.Kind}, {fault.Engine} {fault.Number}): the log line above has its words.");
            return 2;
        }
    }

    /// <summary>Prints what keeps a command from its work; false when nothing does.</summary>
    public static async Task<bool> StopsAtAsync(IEnumerable<string> faults)
    {
        var stops = false;
        foreach (var fault in faults)
        {
            await Console.Error.WriteLineAsync(fault);
            stops = true;
        }

        return stops;
    }

    private static async Task<int> ServeAsync(WebApplication app, IReadOnlyList<string> rest, Func<Task<IReadOnlyList<string>>> ready, CancellationToken ct)
    {
        // Settings begin with --; anything else in front is a mistyped command.
        var unknown = rest.Take(1).Where(word => !word.StartsWith('-')).Select(word => $"There is no command '{word}'; try --help.");
        if (await StopsAtAsync(unknown))
        {
            return 1;
        }

        var warmUp = Task.Run(() => PageWarmUp.Run(app.Services, ((IEndpointRouteBuilder)app).DataSources), ct);
        var faults = await ready().WaitAsync(ct);
        await warmUp.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (await StopsAtAsync(faults))
        {
            return 1;
        }

        await app.RunAsync(ct);
        return 0;
    }
}
