using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Web.Data;

namespace Shiojiri.CxoLab.Web.Commands.Checkups;

/// <summary>Whether the key file is the one that this database was used with.</summary>
internal sealed class StoredSecretsCheckup(CxoLabDb db, IKeyManager keys) : ICheckup
{
    private const string OtherFile = "the key file is not the one this database was used with. Put that one into Secrets:KeyFile, or after a change into Secrets:OlderKeyFiles:0.";

    public static string Subject => "key file";

    public async IAsyncEnumerable<Finding> LookAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var all = keys.GetAllKeys();
        var closed = all.Count(IsClosed);
        yield return Finding.Judge(
            closed == 0,
            $"It opens all {all.Count} keys of Data Protection in the database.",
            $"{closed} of {all.Count} keys of Data Protection in the database can't be opened: {OtherFile}");

        if (await db.AuditHeads.AsNoTracking().SingleOrDefaultAsync(ct) is { } head)
        {
            yield return Finding.Judge(
                db.AuditKeys.Any(head.IsSealedWith),
                "It seals the audit log (verify-audit looks at every line).",
                $"The audit log was sealed with another key: {OtherFile}");
        }
    }

    // Data Protection opens a key when it is first asked for it.
    private static bool IsClosed(IKey key)
    {
        try
        {
            return key.CreateEncryptor() is null;
        }
        catch (Exception closed) when (closed is not OperationCanceledException)
        {
            return true;
        }
    }
}
