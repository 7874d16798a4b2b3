using System.Buffers.Text;
using System.Security.Cryptography;

namespace Shiojiri.CxoLab;

/// <summary>The secret half of an application's identity: 128 random bits for web addresses, 22 URL-safe characters.</summary>
public static class RandomToken
{
    public const int Length = 22;

    public static string Draw() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));

    public static bool IsWellFormed(string? key) =>
        key is { Length: Length } && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
