using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace Shiojiri.CxoLab.Web.Hosting.Keys;

/// <summary>Encrypts the keys of Data Protection before they go into the database: AES-256-GCM, nonce ‖ tag ‖ text.</summary>
internal sealed class KeyFileXmlEncryptor(SiteKeys keys) : IXmlEncryptor
{
    public const string Element = "keyFileEncrypted";
    public const int NonceLength = 12;
    public const int TagLength = 16;

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var text = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var whole = new byte[NonceLength + TagLength + text.Length];
        var nonce = whole.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(keys.DataProtection[0], TagLength);
        aes.Encrypt(nonce, text, whole.AsSpan(NonceLength + TagLength), whole.AsSpan(NonceLength, TagLength));
        return new EncryptedXmlInfo(new XElement(Element, Convert.ToBase64String(whole)), typeof(KeyFileXmlDecryptor));
    }
}

/// <summary>Opens what <see cref="KeyFileXmlEncryptor"/> closed, with the key file of now or an older one. Made by Data Protection, by name.</summary>
internal sealed class KeyFileXmlDecryptor : IXmlDecryptor
{
    private readonly SiteKeys _keys;

    public KeyFileXmlDecryptor(IServiceProvider services) => _keys = services.GetRequiredService<SiteKeys>();

    public XElement Decrypt(XElement encryptedElement) => Open(encryptedElement, _keys).Plain;

    /// <summary>What was closed, and whether the key file of now closed it. Throws when no key file opens it.</summary>
    public static (XElement Plain, bool IsOfNow) Open(XElement encryptedElement, SiteKeys keys)
    {
        ReadOnlySpan<byte> whole = Convert.FromBase64String(encryptedElement.Value);
        var nonce = whole[..KeyFileXmlEncryptor.NonceLength];
        var tag = whole.Slice(KeyFileXmlEncryptor.NonceLength, KeyFileXmlEncryptor.TagLength);
        var closed = whole[(KeyFileXmlEncryptor.NonceLength + KeyFileXmlEncryptor.TagLength)..];
        var text = new byte[closed.Length];
        foreach (var key in keys.DataProtection)
        {
            using var aes = new AesGcm(key, KeyFileXmlEncryptor.TagLength);
            try
            {
                aes.Decrypt(nonce, closed, tag, text);
                return (XElement.Parse(Encoding.UTF8.GetString(text)), key == keys.DataProtection[0]);
            }
            catch (AuthenticationTagMismatchException)
            {
                // Another key file's.
            }
        }

        throw new CryptographicException("No key file opens this key.");
    }
}
