using OtpNet;

namespace Shiojiri.CxoLab.Web.Tests.Testing;

/// <summary>The app on somebody's phone.</summary>
internal static class Authenticator
{
    /// <param name="secret">In Base32.</param>
    /// <param name="step">So many times 30 seconds later.</param>
    public static string Code(string secret, DateTimeOffset now, int step = 0) =>
        new OtpNet.Totp(Base32Encoding.ToBytes(secret)).ComputeTotp(now.UtcDateTime.AddSeconds(30 * step));

    /// <summary>As it shows the secret that the page of the second factor offers.</summary>
    public static string Code(Page page, DateTimeOffset now) => Code(page.Text("code.secret").Replace(" ", "", StringComparison.Ordinal), now);
}
