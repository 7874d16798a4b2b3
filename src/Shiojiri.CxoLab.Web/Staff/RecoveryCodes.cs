using System.Security.Cryptography;
using System.Text;
using Shiojiri.CxoLab.Text;

namespace Shiojiri.CxoLab.Web.Staff;

/// <summary>
/// Codes for the day on which the phone is lost (回復コード). Each works once. Kept as one text: a salt, then a slow hash for each
/// code that is left.
/// </summary>
internal static class RecoveryCodes
{
    public const int Count = 10;

    private const int Iterations = 210_000;
    private const int Bytes = 16;

    /// <summary>50 bits each, in two groups.</summary>
    public static (IReadOnlyList<string> Codes, string Kept) Draw()
    {
        var codes = Enumerable.Range(0, Count).Select(_ => Totp.Base32(RandomNumberGenerator.GetBytes(7))[..10]).ToList();
        var salt = RandomNumberGenerator.GetBytes(Bytes);
        var hashes = codes.AsParallel().AsOrdered().Select(code => Hash(code, salt));
        return ([.. codes.Select(c => $"{c[..5]}-{c[5..]}")], $"{Convert.ToBase64String(salt)}.{string.Join(',', hashes)}");
    }

    public static int Left(string? kept) => kept is null ? 0 : Hashes(kept).Count;

    /// <summary>What is kept without that code; null when it is not among them.</summary>
    public static string? Without(string kept, string? code)
    {
        var salt = kept.Split('.')[0];
        var hash = Hash(new string([.. Folding.HalfWidth(code ?? "").ToUpperInvariant().Where(char.IsAsciiLetterOrDigit).Take(40)]), Convert.FromBase64String(salt));
        var hashes = Hashes(kept);
        return hashes.Remove(hash) ? $"{salt}.{string.Join(',', hashes)}" : null;
    }

    private static List<string> Hashes(string kept) => [.. kept.Split('.')[1].Split(',', StringSplitOptions.RemoveEmptyEntries)];

    private static string Hash(string code, byte[] salt) =>
        Convert.ToBase64String(Rfc2898DeriveBytes.Pbkdf2(Encoding.ASCII.GetBytes(code), salt, Iterations, HashAlgorithmName.SHA512, Bytes));
}
