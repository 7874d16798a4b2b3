using System.CommandLine;
using System.Globalization;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;

namespace Shiojiri.CxoLab.Web.Commands;

/// <summary>Walks along the audit log and says whether each line is what it was and stands behind the one before it.</summary>
internal static class VerifyAuditCommand
{
    public static Command For(WebApplication app)
    {
        var head = new Option<string?>("--head") { Description = "NUMBER:HASH of a line noted earlier, from a mail to administrators." };
        var verify = new Command("verify-audit", "Checks that no line of the audit log was changed, removed, put in or computed anew.") { TreatUnmatchedTokensAsErrors = false };
        verify.Add(head);
        verify.SetAction((parsed, ct) => SiteCommand.WithDatabaseAsync(app, () => RunAsync(app, parsed.GetValue(head), ct)));
        return verify;
    }

    /// <summary>0 when the log holds; 1 when it does not, with a sentence for each fault; 2 when the noted head can't be read.</summary>
    internal static async Task<int> VerifyAsync(AuditVerification verification, string? head, TextWriter output, CancellationToken ct)
    {
        if (head is not null && Parse(head) is null)
        {
            await output.WriteLineAsync("--head must look like NUMBER:HASH, as it stands in the mail.");
            return 2;
        }

        var verdict = await verification.RunAsync(head is null ? null : Parse(head), ct);
        foreach (var sealing in verdict.Sealings)
        {
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"The log of an earlier release was sealed at {sealing:yyyy-MM-dd HH:mm} UTC: nothing but that line vouches for what lies before."));
        }

        if (verdict.Erased.Count > 0)
        {
            await output.WriteLineAsync($"Erased on request: the details of {Lines(verdict.Erased.Count)}.");
        }

        foreach (var fault in verdict.Faults)
        {
            await output.WriteLineAsync(fault);
        }

        if (verdict.Faults.Count > 0)
        {
            return 1;
        }

        await output.WriteLineAsync($"The audit log holds: {Lines(verdict.Lines)}, head {verdict.Lines}:{verdict.Hash}.");
        return 0;
    }

    private static async Task<int> RunAsync(WebApplication app, string? head, CancellationToken ct)
    {
        if (await SiteCommand.StopsAtAsync(app.Services.DatabaseFaults()))
        {
            return 1;
        }

        await using var scope = app.Services.CreateAsyncScope();
        return await VerifyAsync(scope.ServiceProvider.GetRequiredService<AuditVerification>(), head, Console.Out, ct);
    }

    private static (int Sequence, string Hash)? Parse(string head) =>
        head.Split(':') is [var number, { Length: AuditEntry.HashLength } hash]
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) ? (sequence, hash) : null;

    private static string Lines(int count) => count == 1 ? "1 line" : string.Create(CultureInfo.InvariantCulture, $"{count} lines");
}
