using System.Security.Cryptography;
using System.Text;

namespace Shiojiri.CxoLab.Web.Hosting.Keys;

/// <summary>
/// The secrets that lie outside the database, newest first: the first one protects, all of them open. What is protected with them
/// uses keys derived from them (HKDF-SHA-256), one for each purpose.
/// </summary>
internal sealed class SiteKeys(IReadOnlyList<byte[]> secrets)
{
    private const int Length = 32;

    public IReadOnlyList<byte[]> AuditLog { get; } = Derive(secrets, "cxolab/audit-log/1");

    public IReadOnlyList<byte[]> DataProtection { get; } = Derive(secrets, "cxolab/data-protection/1");

    public IReadOnlyList<byte[]> ShareCards { get; } = Derive(secrets, "cxolab/share-cards/1");

    private static byte[][] Derive(IReadOnlyList<byte[]> secrets, string purpose) =>
        [.. secrets.Select(secret => HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, Length, info: Encoding.ASCII.GetBytes(purpose)))];
}
