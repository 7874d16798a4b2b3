using System.CommandLine;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Text;
using Shiojiri.CxoLab.Web.Data;

namespace Shiojiri.CxoLab.Web.Commands;

/// <summary>A command about one application, which is named by its number (受付番号) as people type it.</summary>
internal static class NumberedCommand
{
    public static Command For(WebApplication app, string name, string description, Func<IServiceProvider, string, TextWriter, CancellationToken, Task<int>> run)
    {
        var number = new Argument<string>("number") { Description = "The number of the application (受付番号)." };
        var command = new Command(name, description) { TreatUnmatchedTokensAsErrors = false };
        command.Add(number);
        command.SetAction((parsed, ct) => SiteCommand.WithDatabaseAsync(app, async () =>
        {
            if (await SiteCommand.StopsAtAsync(app.Services.DatabaseFaults()))
            {
                return 1;
            }

            await using var scope = app.Services.CreateAsyncScope();
            return await run(scope.ServiceProvider, parsed.GetRequiredValue(number), Console.Out, ct);
        }));
        return command;
    }

    /// <summary>The ten digits; null when it is no number, which is then said.</summary>
    public static async Task<string?> ReadAsync(string typed, TextWriter output)
    {
        var number = Folding.HalfWidth(typed).Replace("-", "", StringComparison.Ordinal).Trim();
        if (ApplicationNumber.IsValid(number))
        {
            return number;
        }

        await output.WriteLineAsync($"'{typed}' is no application number.");
        return null;
    }
}
