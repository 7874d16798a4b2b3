using Shiojiri.CxoLab.Web.Data;

namespace Shiojiri.CxoLab.Web.Staff;

/// <summary>The last step of signing in, whichever way it was reached.</summary>
internal sealed class StaffSignIn(StaffSessions sessions, SignInGuard guard, SignInLog journal)
{
    public async Task CompleteAsync(HttpContext context, StaffAccount account, string way, CancellationToken ct)
    {
        await guard.ForgetAsync(account, ct);
        journal.SignedIn(account, way);
        await sessions.StartAsync(context, account, ct);
    }
}
