using System.Buffers.Binary;
using System.Text;

namespace Shiojiri.CxoLab.Pictures;

/// <summary>
/// What else a file is. Nothing of an original is ever served, so something hidden in it could harm nobody who visits; it is refused all
/// the same, because whoever sent it did not mean a picture, and because the original lies with the site until it is converted.
/// Telephones put films and second pictures behind the first: those are let through, and left behind.
/// </summary>
internal static class ForeignContent
{
    public const string Heic = "HEIC";

    private const string Avif = "AVIF";
    private const string Film = "動画";

    private const int LongestZipEnd = 22 + ushort.MaxValue;

    private static readonly (string Type, byte[] Start)[] Starts =
    [
        ("GIF", "GIF8"u8.ToArray()), ("PDF", "%PDF-"u8.ToArray()), ("ZIP", "PK\u0003\u0004"u8.ToArray()), ("TIFF", "II*\0"u8.ToArray()), ("TIFF", "MM\0*"u8.ToArray()),
        ("BMP", "BM"u8.ToArray()), ("PSD", "8BPS"u8.ToArray()), ("RAR", "Rar!"u8.ToArray()), ("7z", [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]),
        ("アイコン", [0, 0, 1, 0]), ("JPEG XL", [0xFF, 0x0A]), ("JPEG XL", [0, 0, 0, 12, (byte)'J', (byte)'X', (byte)'L', (byte)' ']),
        ("JPEG 2000", [0, 0, 0, 12, (byte)'j', (byte)'P', (byte)' ', (byte)' ']), ("プログラム", "MZ"u8.ToArray()), ("プログラム", [0x7F, (byte)'E', (byte)'L', (byte)'F']),
    ];

    // Long enough to be met by chance in none of a million pictures.
    private static readonly string[] OfPages = ["<script>", "<script ", "<!doctype", "<html>", "<html ", "<?php\n", "<?php ", "<?php\r"];

    /// <summary>What a file is by its beginning; null when it is nothing that is known here.</summary>
    public static string? TypeOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length >= 12 && bytes.Slice(4, 4).SequenceEqual("ftyp"u8))
        {
            var brand = Encoding.Latin1.GetString(bytes.Slice(8, 4));
            return brand is "heic" or "heix" or "hevc" or "hevx" or "heim" or "heis" or "mif1" or "msf1" ? Heic : brand is "avif" or "avis" ? Avif : Film;
        }

        foreach (var (type, start) in Starts)
        {
            if (bytes.StartsWith(start))
            {
                return type;
            }
        }

        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 1024)]).ToLowerInvariant();
        return head.Contains("<svg", StringComparison.Ordinal) ? "SVG" : OfPages.Any(p => head.Contains(p, StringComparison.Ordinal)) ? "ウェブページ" : null;
    }

    /// <summary>What is mixed into or stands behind a picture; null when nothing is that would be more than a picture.</summary>
    /// <param name="end">Where the picture ends.</param>
    public static string? Within(ReadOnlySpan<byte> bytes, int end)
    {
        if (ContainsPage(bytes) || bytes[..Math.Min(bytes.Length, 1024)].IndexOf("%PDF-"u8) >= 0)
        {
            return "ウェブページや文書";
        }

        var behind = TypeOf(bytes[end..]);
        return HasZipEnd(bytes) || behind is not (null or Film or Heic or Avif) ? behind ?? "ZIP" : null;
    }

    private static bool ContainsPage(ReadOnlySpan<byte> bytes)
    {
        for (var at = 0; bytes[at..].IndexOf((byte)'<') is >= 0 and var next; at++)
        {
            at += next;
            foreach (var mark in OfPages)
            {
                if (IsAt(bytes[at..], mark))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsAt(ReadOnlySpan<byte> bytes, string mark)
    {
        if (bytes.Length < mark.Length)
        {
            return false;
        }

        for (var i = 0; i < mark.Length; i++)
        {
            if (char.ToLowerInvariant((char)bytes[i]) != char.ToLowerInvariant(mark[i]))
            {
                return false;
            }
        }

        return true;
    }

    // Readers of archives look for this record from the end of a file; whatever stands before does not trouble them.
    private static bool HasZipEnd(ReadOnlySpan<byte> bytes)
    {
        var tail = bytes[Math.Max(0, bytes.Length - LongestZipEnd)..];
        for (var at = tail.LastIndexOf("PK\u0005\u0006"u8); at >= 0; at = tail[..at].LastIndexOf("PK\u0005\u0006"u8))
        {
            if (at + 22 <= tail.Length && BinaryPrimitives.ReadUInt32LittleEndian(tail[(at + 4)..]) == 0
                && at + 22 + BinaryPrimitives.ReadUInt16LittleEndian(tail[(at + 20)..]) <= tail.Length)
            {
                return true;
            }
        }

        return false;
    }
}
