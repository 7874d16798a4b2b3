using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Shiojiri.CxoLab.Settings;
using Shiojiri.CxoLab.Web.Hosting.Keys;

namespace Shiojiri.CxoLab.Web.Pictures;

/// <summary>
/// The address of a share card holds all that stands on it, signed with a key of the site: every node can draw it, what lies under it never
/// changes, and nobody has other words drawn.
/// </summary>
internal sealed class ShareCardAddress(SiteKeys keys)
{
    public const string Folder = "/share/";
    public const string Ending = ".png";

    /// <summary>Longest title, in UTF-16 units; more than fits on the card.</summary>
    private const int MostTitle = 100;

    private const int SignatureLength = 12;

    /// <summary>Changes when the same words come to be drawn otherwise.</summary>
    private const string Drawing = "1";

    /// <summary>The path; of the same card always the same.</summary>
    public string Of(ShareCard card)
    {
        var title = card.Title.Length <= MostTitle ? card.Title : card.Title[..(char.IsHighSurrogate(card.Title[MostTitle - 1]) ? MostTitle - 1 : MostTitle)];
        var colours = card.Palette == Palette.BuiltIn ? "" : $"{card.Palette.Main}{card.Palette.Link}";
        var words = Encoding.UTF8.GetBytes(string.Join('\n', new[] { Drawing, card.Name, card.Slogan, title, colours }.Select(Line)));
        return $"{Folder}{Base64Url.EncodeToString([.. Signature(keys.ShareCards[0], words), .. words])}{Ending}";
    }

    /// <summary>The card of an address; null when the site never wrote it.</summary>
    public ShareCard? Read(string token)
    {
        if (!Base64Url.IsValid(token) || Base64Url.DecodeFromChars(token) is not { Length: > SignatureLength } bytes)
        {
            return null;
        }

        var (signature, words) = (bytes[..SignatureLength], bytes[SignatureLength..]);
        return keys.ShareCards.Any(key => CryptographicOperations.FixedTimeEquals(Signature(key, words), signature))
            && Encoding.UTF8.GetString(words).Split('\n') is [Drawing, var name, var slogan, var title, var colours]
            ? new ShareCard(name, slogan, title, PaletteOf(colours))
            : null;
    }

    private static Palette PaletteOf(string colours) =>
        colours.Length == 14 && Colour.Parse(colours[..7]) is { } main && Colour.Parse(colours[7..]) is { } link ? new Palette(main, link) : Palette.BuiltIn;

    private static string Line(string text) => text.Replace('\n', ' ');

    private static byte[] Signature(byte[] key, byte[] words) => HMACSHA256.HashData(key, words)[..SignatureLength];
}
