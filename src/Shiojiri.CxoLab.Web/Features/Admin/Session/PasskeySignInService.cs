using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Session;

/// <summary>Signing in by passkey, which is both steps at once.</summary>
internal sealed class PasskeySignInService(SignInLimiter limiter, SignInLog log, PasskeyService passkeys, StaffSignIn signIn)
{
    public async Task<SignInOutcome> SignInAsync(HttpContext context, string? question, string? credential, CancellationToken ct)
    {
        if (limiter.RefusePassword(context) is not null)
        {
            log.TooOften();
            return SignInOutcome.TooOften;
        }

        if (await passkeys.AnswerAsync(context, question, credential, ct) is not { } account)
        {
            log.Refused(null, "passkey");
            return SignInOutcome.Wrong;
        }

        await signIn.CompleteAsync(context, account, "passkey", ct);
        return SignInOutcome.SignedIn;
    }
}
