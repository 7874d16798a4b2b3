using OtpNet;
using Shiojiri.CxoLab.Text;

namespace Shiojiri.CxoLab.Web.Staff;

/// <summary>Codes of an authenticator app (認証アプリのコード): RFC 6238, six digits, 30 seconds, SHA-1 as all apps have it.</summary>
internal static class Totp
{
    private const int SecretBytes = 20;

    private static readonly VerificationWindow Neighbours = new(previous: 1, future: 1);

    /// <summary>A new secret of 160 bits, in Base32.</summary>
    public static string DrawSecret() => Base32Encoding.ToString(KeyGeneration.GenerateRandomKey(SecretBytes));

    /// <summary>The step, of now and its two neighbours, to which the code belongs; null when it is none of theirs.</summary>
    public static long? StepOf(string secret, string? code, DateTime nowUtc) =>
        new OtpNet.Totp(Base32Encoding.ToBytes(secret)).VerifyTotp(nowUtc, Digits(code), out var step, Neighbours) ? step : null;

    /// <summary>The address that a QR code carries to the app, and that a phone opens the app with.</summary>
    /// <param name="issuer">What the app lists it under: the programme's name.</param>
    public static string Address(string secret, string email, string issuer) => new OtpUri(OtpType.Totp, secret, email, issuer).ToString();

    // Full-width digits and blanks between the groups are people's way of typing.
    private static string Digits(string? code) => new([.. Folding.HalfWidth(code ?? "").Where(char.IsAsciiDigit)]);
}
