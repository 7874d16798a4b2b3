using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Session;

/// <summary>Ends the session, so that a copy of the cookie is worth nothing.</summary>
internal sealed class SignOutService(CxoLabDb db, StaffSessions sessions, AuditTrail audit)
{
    public async Task SignOutAsync(HttpContext context, CancellationToken ct)
    {
        var key = context.User.FindFirst(CurrentStaff.SessionClaim)!.Value;
        audit.Write(AuditAction.SignedOut, "");
        await sessions.EndAsync(key, ct);
        await db.SaveChangesAsync(ct);
        await context.SignOutAsync(IdentityConstants.ApplicationScheme);
    }
}
