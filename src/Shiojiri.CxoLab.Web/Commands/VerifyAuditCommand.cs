using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;

namespace Shiojiri.CxoLab.Web.Commands;

/// <summary>Walks along the audit log and says whether each line is what it was and stands behind the one before it.</summary>
internal static class VerifyAuditCommand
{
    private const int AtOnce = 1000;

    public static async Task<int> RunAsync(WebApplication app, CancellationToken ct)
    {
        if (await SiteCommand.StopsAtAsync(app.Services.DatabaseFaults()))
        {
            return 1;
        }

        await using var scope = app.Services.CreateAsyncScope();
        return await VerifyAsync(scope.ServiceProvider.GetRequiredService<CxoLabDb>(), Console.Out, ct);
    }

    /// <summary>0 when the chain holds; 1 when it does not, with the first line at which it breaks.</summary>
    internal static async Task<int> VerifyAsync(CxoLabDb db, TextWriter output, CancellationToken ct)
    {
        var (sequence, hash) = (0, AuditEntry.Beginning);
        while (true)
        {
            var lines = await db.AuditEntries.AsNoTracking().Where(e => e.Sequence > sequence).OrderBy(e => e.Sequence).Take(AtOnce).ToListAsync(ct);
            foreach (var line in lines)
            {
                if (!line.Follows(sequence, hash))
                {
                    await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"The audit log is broken at line {sequence + 1}: it was changed, removed or put in."));
                    return 1;
                }

                if (line.Salt is null)
                {
                    await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"The details of line {line.Sequence} were erased, and nothing tells why."));
                    return 1;
                }

                (sequence, hash) = (line.Sequence, line.Hash);
            }

            if (lines.Count == 0)
            {
                // Nothing in the file can tell whether its end was cut off: whoever notes this down today can compare it tomorrow.
                await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"The audit log holds: {sequence} lines, last hash {hash}."));
                return 0;
            }
        }
    }
}
