namespace Shiojiri.CxoLab.Web.Features.Admin.Session;

internal sealed class SignInForm
{
    public string? Email { get; set; }

    public string? Password { get; set; }

    public string? From { get; set; }
}

/// <param name="Email">As typed.</param>
/// <param name="From">Where to go then.</param>
/// <param name="Fault">What is wrong.</param>
/// <param name="Passkey">What a passkey is asked for.</param>
internal sealed record SignInPage(string? Email, string? From, string? Fault, Staff.PasskeyChallenge? Passkey);

/// <param name="Fault">What is wrong.</param>
internal sealed record CodePage(string? Fault);
