using Shiojiri.CxoLab.Web.Data;

namespace Shiojiri.CxoLab.Web.Staff;

/// <summary>Whose password was right, on the way to the second step.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Stamp">Its security stamp then: a password changed meanwhile ends the way.</param>
/// <param name="From">Where the person wants to go.</param>
internal sealed record PendingSignIn(int AccountId, string Stamp, string? From)
{
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(5);
}

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
