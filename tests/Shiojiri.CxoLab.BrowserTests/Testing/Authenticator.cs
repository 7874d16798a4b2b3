using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;

namespace Shiojiri.CxoLab.BrowserTests.Testing;

/// <summary>
/// An authenticator app: RFC 6238, written once more, so that the site's own reckoning is not its own witness. It gives no code twice:
/// where a person would wait for the next one it already gives that, which the site takes since clocks differ.
/// </summary>
internal sealed class Authenticator(string secret)
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int StepSeconds = 30;

    private long _last;

    [SuppressMessage("Security", "CA5350", Justification = "Authenticator apps know nothing but SHA-1.")]
    public string NextCode()
    {
        _last = Math.Max(_last + 1, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / StepSeconds);
        Span<byte> step = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(step, _last);
        var hash = HMACSHA1.HashData(Key(), step);
        var number = BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(hash[19] & 15)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private byte[] Key()
    {
        var bits = string.Concat(secret.Where(c => c != ' ').Select(c => Base32.IndexOf(c, StringComparison.Ordinal).ToString("b5", CultureInfo.InvariantCulture)));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
    }
}
