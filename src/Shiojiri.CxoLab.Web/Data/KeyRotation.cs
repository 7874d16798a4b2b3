using System.Security.Cryptography;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Web.Hosting.Keys;

namespace Shiojiri.CxoLab.Web.Data;

/// <summary>How the keys of Data Protection in the database stand after a change of the key file.</summary>
internal sealed record RotatedKeys(int Moved, int There, int Closed);

/// <summary>
/// After a change of the key file: closes the keys of Data Protection with the new one. They stay the same keys, so sign-ins, open forms,
/// authenticator secrets and refund accounts hold; the older file is then needed for earlier lines of the audit log alone.
/// </summary>
internal sealed class KeyRotation(CxoLabDb db, SiteKeys keys)
{
    /// <summary>A second run changes nothing. What no key file opens is left as it is and counted.</summary>
    public async Task<RotatedKeys> RunAsync(CancellationToken ct)
    {
        var (encryptor, moved, there, closed) = (new KeyFileXmlEncryptor(keys), 0, 0, 0);
        foreach (var row in await db.DataProtectionKeys.AsTracking().ToListAsync(ct))
        {
            var key = XElement.Parse(row.Xml!);
            foreach (var element in key.Descendants(KeyFileXmlEncryptor.Element).ToList())
            {
                switch (Open(element))
                {
                    case null:
                        closed++;
                        break;
                    case (_, true):
                        there++;
                        break;
                    case (var plain, _):
                        element.ReplaceWith(encryptor.Encrypt(plain).EncryptedElement);
                        row.Xml = key.ToString(SaveOptions.DisableFormatting);
                        moved++;
                        break;
                }
            }
        }

        await db.SaveChangesAsync(ct);
        return new RotatedKeys(moved, there, closed);
    }

    private (XElement Plain, bool IsOfNow)? Open(XElement element)
    {
        try
        {
            return KeyFileXmlDecryptor.Open(element, keys);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
