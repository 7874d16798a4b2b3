using System.Security.Cryptography;
using System.Text;
using OtpNet;
using Shiojiri.CxoLab.Text;

namespace Shiojiri.CxoLab.Web.Staff;

/// <summary>
/// Codes for the day on which the phone is lost (回復コード). Each works once. Kept as one text: <c>hmac.</c>, a salt, a full stop, then
/// a hash for each code that is left. Texts from before the mark <c>hmac.</c> hold shorter codes under a slow hash; those still work.
/// </summary>
/// <remarks>A code is 80 random bits, which nobody tries out however fast the hash is: see docs/decisions/0008-staff-sessions.md.</remarks>
internal static class RecoveryCodes
{
    public const int Count = 10;

    private const string Mark = "hmac.";
    private const int CodeBytes = 10;
    private const int HashBytes = 16;
    private const int SlowIterations = 210_000;

    /// <summary>80 bits each, in four groups of four.</summary>
    public static (IReadOnlyList<string> Codes, string Kept) Draw()
    {
        var codes = Enumerable.Range(0, Count).Select(_ => Base32Encoding.ToString(RandomNumberGenerator.GetBytes(CodeBytes))).ToList();
        var salt = RandomNumberGenerator.GetBytes(HashBytes);
        return (
            [.. codes.Select(code => string.Join('-', code.Chunk(4).Select(group => new string(group))))],
            $"{Mark}{Convert.ToBase64String(salt)}.{string.Join(',', codes.Select(code => Hash(code, salt)))}");
    }

    public static int Left(string? kept) => kept is null ? 0 : Hashes(kept).Count;

    /// <summary>What is kept without that code; null when it is not among them.</summary>
    public static string? Without(string kept, string? code)
    {
        var typed = new string([.. Folding.HalfWidth(code ?? "").ToUpperInvariant().Where(char.IsAsciiLetterOrDigit).Take(40)]);
        var head = kept[..kept.LastIndexOf('.')];
        var isFast = head.StartsWith(Mark, StringComparison.Ordinal);
        var salt = Convert.FromBase64String(isFast ? head[Mark.Length..] : head);
        var hashes = Hashes(kept);
        return hashes.Remove(isFast ? Hash(typed, salt) : SlowHash(typed, salt)) ? $"{head}.{string.Join(',', hashes)}" : null;
    }

    private static List<string> Hashes(string kept) => [.. kept[(kept.LastIndexOf('.') + 1)..].Split(',', StringSplitOptions.RemoveEmptyEntries)];

    private static string Hash(string code, byte[] salt) =>
        Convert.ToBase64String(HMACSHA256.HashData(salt, Encoding.ASCII.GetBytes(code)).AsSpan(0, HashBytes));

    private static string SlowHash(string code, byte[] salt) =>
        Convert.ToBase64String(Rfc2898DeriveBytes.Pbkdf2(Encoding.ASCII.GetBytes(code), salt, SlowIterations, HashAlgorithmName.SHA512, HashBytes));
}
