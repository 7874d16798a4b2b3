using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Session;

internal enum SignInOutcome
{
    SignedIn,
    NeedsSecondStep,
    Wrong,
    TooOften,

    /// <summary>The time between the two steps is over, or the account was changed meanwhile.</summary>
    TooLate,
}

/// <summary>The first step of signing in: the password. Whoever has a second factor is only on the way then.</summary>
internal sealed class PasswordSignInService(SignInLimiter limiter, SignInLog log, SignInGuard guard, PendingSignIns pending, StaffSignIn signIn)
{
    public async Task<SignInOutcome> SignInAsync(HttpContext context, SignInForm form, CancellationToken ct)
    {
        if (limiter.RefusePassword(context) is not null)
        {
            log.TooOften();
            return SignInOutcome.TooOften;
        }

        if (await guard.CheckPasswordAsync(form.Email, form.Password, ct) is not { } account)
        {
            return SignInOutcome.Wrong;
        }

        if (account.IsSecondFactorSet)
        {
            await pending.BeginAsync(context, account, form.From, ct);
            return SignInOutcome.NeedsSecondStep;
        }

        await signIn.CompleteAsync(context, account, "password", ct);
        return SignInOutcome.SignedIn;
    }
}
