using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Shiojiri.CxoLab.Web.Staff;

/// <summary>Codes of an authenticator app (認証アプリのコード): RFC 6238, six digits, 30 seconds, SHA-1 as all apps have it.</summary>
internal static class Totp
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int SecretBytes = 20;
    private const int StepSeconds = 30;

    /// <summary>A new secret of 160 bits, in Base32.</summary>
    public static string DrawSecret() => Base32(RandomNumberGenerator.GetBytes(SecretBytes));

    public static long StepAt(DateTime nowUtc) => (long)(nowUtc - DateTime.UnixEpoch).TotalSeconds / StepSeconds;

    /// <summary>The step, of now and its two neighbours, to which the code belongs; null when it is none of theirs.</summary>
    public static long? StepOf(string secret, string? code, DateTime nowUtc)
    {
        var typed = Digits(code);
        var now = StepAt(nowUtc);
        return new long?[] { now, now - 1, now + 1 }.FirstOrDefault(step => CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(Code(secret, step!.Value)), Encoding.ASCII.GetBytes(typed)));
    }

    [SuppressMessage("Security", "CA5350", Justification = "RFC 6238 as authenticator apps have it; HMAC does not need what SHA-1 has lost.")]
    public static string Code(string secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        var hash = HMACSHA1.HashData(Bytes(secret), counter);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xf)) & 0x7fff_ffff;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The address that a QR code carries to the app.</summary>
    public static string Address(string secret, string email) =>
        $"otpauth://totp/{Uri.EscapeDataString(email)}?secret={secret}&issuer={Uri.EscapeDataString("塩尻CxO Lab")}&digits=6&period={StepSeconds}";

    public static string Base32(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        var (bits, held) = (0, 0);
        foreach (var b in bytes)
        {
            bits = (bits << 8) | b;
            for (held += 8; held >= 5; held -= 5)
            {
                text.Append(Alphabet[(bits >> (held - 5)) & 31]);
            }

            bits &= (1 << held) - 1;
        }

        return text.ToString();
    }

    // Full-width digits and blanks between the groups are people's way of typing.
    private static string Digits(string? code) => new([.. Shiojiri.CxoLab.Text.Folding.HalfWidth(code ?? "").Where(char.IsAsciiDigit)]);

    private static byte[] Bytes(string secret)
    {
        var bytes = new List<byte>();
        var (bits, held) = (0, 0);
        foreach (var c in secret)
        {
            bits = ((bits << 5) | Alphabet.IndexOf(c, StringComparison.Ordinal)) & 0xfff;
            held += 5;
            if (held >= 8)
            {
                bytes.Add((byte)(bits >> (held -= 8)));
            }
        }

        return [.. bytes];
    }
}
