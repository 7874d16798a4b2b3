using System.CommandLine;
using Shiojiri.CxoLab.Web.Commands.Checkups;
using Shiojiri.CxoLab.Web.Data;

namespace Shiojiri.CxoLab.Web.Commands;

/// <summary><c>doctor</c>: looks at a configuration and prints what to mend, one line each. Changes nothing but a heartbeat in the database.</summary>
internal static class DoctorCommand
{
    public static Command For(WebApplication app)
    {
        var command = new Command("doctor", "Looks at settings, database, mail server, address, files, time and keys, and prints what to mend.") { TreatUnmatchedTokensAsErrors = false };
        command.SetAction((_, ct) => RunAsync(app.Services, Console.Out, ct));
        return command;
    }

    /// <summary>1 when something has to be mended, 0 when not.</summary>
    private static async Task<int> RunAsync(IServiceProvider services, TextWriter output, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var doctor = new Doctor(scope.ServiceProvider, output, ct);
        var isWell = await doctor.LooksWellAsync<SettingsCheckup>();
        isWell &= await doctor.LooksWellAsync<AddressCheckup>();
        isWell &= await doctor.LooksWellAsync<TimeCheckup>();
        isWell &= await doctor.LooksWellAsync<FilesCheckup>();
        isWell &= await doctor.LooksWellAsync<MailCheckup>();
        if (!await doctor.LooksWellAsync<SecretsCheckup>() || !await doctor.LooksWellAsync<DatabaseCheckup>())
        {
            await output.WriteLineAsync("WARN  What hangs on the key file and the database was not looked at: mend them first.");
            return 1;
        }

        isWell &= await doctor.LooksWellAsync<StoredSecretsCheckup>();
        isWell &= await doctor.LooksWellAsync<StaffCheckup>();
        isWell &= await doctor.LooksWellAsync<RecruitmentCheckup>();
        return isWell ? 0 : 1;
    }

    private sealed class Doctor(IServiceProvider services, TextWriter output, CancellationToken ct)
    {
        /// <summary>Prints what a checkup finds; false when something of it has to be mended.</summary>
        public async Task<bool> LooksWellAsync<T>()
            where T : ICheckup
        {
            var findings = await LookAsync<T>();
            foreach (var finding in findings)
            {
                await output.WriteLineAsync($"{finding.Level.ToString().ToUpperInvariant(),-4}  {T.Subject}: {finding.Text}");
            }

            return findings.TrueForAll(f => f.Level != FindingLevel.Fail);
        }

        // Whatever happens to one checkup, the others are done; what an exception says may hold a secret and is not shown.
        private async Task<List<Finding>> LookAsync<T>()
            where T : ICheckup
        {
            var findings = new List<Finding>();
            try
            {
                await foreach (var finding in ActivatorUtilities.CreateInstance<T>(services).LookAsync(ct))
                {
                    findings.Add(finding);
                }
            }
            catch (Exception trouble) when (trouble is not OperationCanceledException)
            {
                findings.Add(Unseen(trouble));
            }

            return findings;
        }
    }

    private static Finding Unseen(Exception trouble) => trouble switch
    {
        _ when DatabaseTrouble.Find(trouble) is { } fault => Finding.Fail($"It could not be looked at: the database refused ({fault.Kind}, {fault.Engine} {fault.Number})."),
        _ => Finding.Fail($"It could not be looked at ({trouble.GetType().Name}): mend the settings first."),
    };
}
