using System.CommandLine;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Commands;

/// <summary><c>erase-details</c>: takes what the audit log holds of one application's person out of it, on the person's request. By hand nobody could without breaking the log.</summary>
internal static class EraseDetailsCommand
{
    public static Command For(WebApplication app) => NumberedCommand.For(
        app, "erase-details", "Blanks the details in the audit log's lines about one application, and writes a line that says so.", EraseAsync);

    /// <summary>0 when something was blanked; 1 when that is no number, or no line about it holds anything.</summary>
    internal static async Task<int> EraseAsync(IServiceProvider services, string typed, TextWriter output, CancellationToken ct)
    {
        if (await NumberedCommand.ReadAsync(typed, output) is not { } number)
        {
            return 1;
        }

        var lines = await services.GetRequiredService<AuditErasure>().EraseAsync(number, Actor.CommandLine, ct);
        if (lines == 0)
        {
            await output.WriteLineAsync($"No line of the audit log holds details of {number}: nothing was done.");
            return 1;
        }

        await services.GetRequiredService<CxoLabDb>().SaveChangesAsync(ct);
        await output.WriteLineAsync($"The details in {(lines == 1 ? "1 line" : $"{lines} lines")} about {number} were blanked, and a line says so. Everything else about the person is still there.");
        return 0;
    }
}
