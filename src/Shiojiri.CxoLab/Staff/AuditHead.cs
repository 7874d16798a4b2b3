using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Shiojiri.CxoLab.Staff;

/// <summary>The last line of the audit log as it was when that line was stored (操作記録の先頭): its number and HMAC, sealed with the log's key. One row.</summary>
public sealed class AuditHead
{
    public const int TheOnly = 1;

    public int Id { get; private set; } = TheOnly;

    public int Sequence { get; private set; }

    public string Hash { get; private set; } = AuditEntry.Beginning;

    public string Seal { get; private set; } = "";

    public void Set(int sequence, string hash, byte[] key)
    {
        Sequence = sequence;
        Hash = hash;
        Seal = Sum(key);
    }

    public bool IsSealedWith(byte[] key) => Seal == Sum(key);

    private string Sum(byte[] key) => Convert.ToHexStringLower(
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"head:{Sequence}:{Hash}"))));
}
