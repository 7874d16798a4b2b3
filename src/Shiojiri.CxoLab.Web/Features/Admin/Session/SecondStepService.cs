using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Session;

/// <summary>The second step of signing in: a code, by whichever way it comes.</summary>
internal sealed class SecondStepService(SignInLimiter limiter, SignInLog log, PendingSignInQuery pending, SignInGuard guard, StaffSignIn signIn)
{
    /// <summary>With where the person wanted to go, once signed in.</summary>
    public async Task<(SignInOutcome Outcome, string? From)> SignInAsync(HttpContext context, string way, Func<StaffAccount, Task<bool>> take, CancellationToken ct)
    {
        if (limiter.RefuseStep(context) is not null)
        {
            log.TooOften();
            return (SignInOutcome.TooOften, null);
        }

        if (await pending.FindAsync(context, ct) is not var (account, begun))
        {
            return (SignInOutcome.TooLate, null);
        }

        if (!await guard.CheckStepAsync(account, way, async () => await take(account) && await pending.UseAsync(begun, ct), ct))
        {
            return (SignInOutcome.Wrong, null);
        }

        pending.Forget(context);
        await signIn.CompleteAsync(context, account, $"password and {way}", ct);
        return (SignInOutcome.SignedIn, begun.From);
    }
}
