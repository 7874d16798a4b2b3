namespace Shiojiri.CxoLab.Web.Features.Admin.Session;

internal sealed class SignInForm
{
    public string? Email { get; set; }

    public string? Password { get; set; }

    public string? From { get; set; }
}

internal sealed record SignInPage(string? Email, string? From, string? Fault, Staff.PasskeyChallenge? Passkey);

internal sealed record CodePage(string? Fault);
