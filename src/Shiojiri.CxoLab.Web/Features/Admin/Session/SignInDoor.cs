using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Hosting;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Session;

/// <summary>What the pages of signing in and out have to hand.</summary>
internal sealed class SignInDoor(SignInLimiter limiter, PendingSignIns pending, PasskeyService passkeys, SignInEnd end)
{
    public SignInLimiter Limiter => limiter;

    public PendingSignIns Pending => pending;

    public PasskeyService Passkeys => passkeys;

    public SignInLog Journal => end.Journal;

    /// <summary>Ends the session, so that a copy of the cookie is worth nothing.</summary>
    public Task LeaveAsync(HttpContext context, AuditAction action, CancellationToken ct) => end.LeaveAsync(context, action, ct);
}

internal sealed class SignInEnd(CxoLabDb db, StaffSessions sessions, AuditTrail audit, SignInLog journal)
{
    public SignInLog Journal => journal;

    public async Task LeaveAsync(HttpContext context, AuditAction action, CancellationToken ct)
    {
        var key = context.User.FindFirst(CurrentStaff.SessionClaim)!.Value;
        audit.Write(action, "");
        await sessions.EndAsync(key, ct);
        await db.SaveChangesAsync(ct);
        await context.SignOutAsync(IdentityConstants.ApplicationScheme);
    }
}
