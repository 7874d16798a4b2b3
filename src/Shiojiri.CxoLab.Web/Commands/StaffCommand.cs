using System.CommandLine;
using System.Text;
using Microsoft.Extensions.Options;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Hosting;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Commands;

/// <summary><c>staff add</c>: makes an account, the first one above all. No account and no password comes with the site.</summary>
internal static class StaffCommand
{
    public static Command For(WebApplication app)
    {
        var email = new Argument<string>("email") { Description = "The address to sign in with." };
        var role = new Option<string>("--role") { Description = "viewer, reviewer, treasurer or administrator.", Required = true };
        var name = new Option<string?>("--name") { Description = "How the person is called; the part of the address before the @ when left out." };
        var fromStdin = new Option<bool>("--password-stdin") { Description = "Reads the password from standard input, one line." };
        var add = new Command("add", "Makes a staff account. Asks for the password.") { TreatUnmatchedTokensAsErrors = false };
        add.Add(email);
        add.Add(role);
        add.Add(name);
        add.Add(fromStdin);
        add.SetAction((parsed, ct) => SiteCommand.WithDatabaseAsync(app, async () =>
        {
            if (await SiteCommand.StopsAtAsync(app.Services.DatabaseFaults()))
            {
                return 1;
            }

            if (!DatabaseSetup.IsSqlServer(app.Configuration))
            {
                await app.Services.MigrateAsync(ct);
            }

            await using var scope = app.Services.CreateAsyncScope();
            var newcomer = new Newcomer(parsed.GetValue(email), parsed.GetValue(role), parsed.GetValue(name));
            var words = ActivatorUtilities.CreateInstance<StaffAdding>(scope.ServiceProvider);
            return await words.RunAsync(newcomer, () => ReadPassword(parsed.GetValue(fromStdin)), ct);
        }));
        return new Command("staff", "Staff accounts.") { add };
    }

    /// <summary>Whoever starts the site for the first time is told how to get in, by a link of which the log alone knows.</summary>
    public static async Task SayWhenNobodyIsThereAsync(WebApplication app, CancellationToken ct)
    {
        try
        {
            await using var scope = app.Services.CreateAsyncScope();
            if (await scope.ServiceProvider.GetRequiredService<FirstStartLinks>().IssueAsync(ct) is { } key)
            {
                var site = scope.ServiceProvider.GetRequiredService<IOptions<SiteSettings>>().Value;
                StaffLog.NobodyYet(app.Logger, $"{site.BaseUrl}{FirstStartLinks.AddressOf(key)}");
            }
        }
        catch (Exception trouble) when (DatabaseTrouble.Is(trouble))
        {
            // The site starts without its database and says so by itself.
        }
    }

    private static string? ReadPassword(bool fromStdin)
    {
        if (fromStdin || Console.IsInputRedirected)
        {
            using var input = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false));
            return fromStdin ? input.ReadLine() : null;
        }

        Console.Error.Write("Password: ");
        var typed = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key != ConsoleKey.Backspace)
            {
                typed.Append(key.KeyChar);
            }
            else if (typed.Length > 0)
            {
                typed.Length--;
            }
        }

        Console.Error.WriteLine();
        return typed.ToString();
    }
}
