using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;

namespace Shiojiri.CxoLab.Web.Staff;

/// <summary>
/// Takes the personal details of one application out of the audit log (個人情報の消去). Their salted hashes stay, so the chain holds,
/// and a line of its own says what was done; blanked lines that no such line follows are reported by verify-audit.
/// </summary>
internal sealed class AuditErasure(CxoLabDb db, AuditTrail audit)
{
    /// <summary>Stored with the caller's save, together with the erasure itself. Gives back how many lines were blanked.</summary>
    public async Task<int> EraseAsync(string number, Actor by, CancellationToken ct)
    {
        var lines = await db.AuditEntries.AsTracking()
            .Where(e => e.Subject == number && e.Salt != null && (e.Before != null || e.After != null) && e.Action != AuditAction.DetailsErased)
            .ToListAsync(ct);
        if (lines.Count > 0)
        {
            lines.ForEach(line => line.Erase());
            audit.Write(by, AuditAction.DetailsErased, number, after: new { Lines = lines.Count });
        }

        return lines.Count;
    }
}
