using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Shared;

/// <summary>Writes down that personal data was looked at. A page that renews itself while somebody types makes one line, not hundreds.</summary>
internal sealed class AccessLog(CxoLabDb db, AuditTrail audit, CurrentStaff staff, TimeProvider time)
{
    private static readonly TimeSpan OneLook = TimeSpan.FromMinutes(15);

    public async Task SeenAsync(AuditAction action, string subject, object? details, CancellationToken ct)
    {
        audit.Write(action, subject, after: details);
        await db.SaveChangesAsync(ct);
    }

    public async Task GlancedAsync(AuditAction action, string subject, object? details, CancellationToken ct)
    {
        var since = time.GetUtcNow().UtcDateTime - OneLook;
        var who = staff.AccountId;
        if (!await db.AccessEntries.AnyAsync(e => e.Subject == subject && e.ActorId == who && e.Action == action && e.AtUtc > since, ct))
        {
            await SeenAsync(action, subject, details, ct);
        }
    }
}
