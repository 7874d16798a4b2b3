using System.Buffers.Binary;

namespace Shiojiri.CxoLab.Pictures;

/// <summary>The first chunk of a WebP (RFC 9649).</summary>
internal static class WebPFrame
{
    private const int Animation = 0x02;

    /// <summary>Null for what is no WebP.</summary>
    public static PictureFrame? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 12 || !bytes.StartsWith("RIFF"u8) || !bytes[8..].StartsWith("WEBP"u8))
        {
            return null;
        }

        if (bytes.Length < 30)
        {
            return new(PictureFormat.WebP, 0, 0, null);
        }

        var end = 8L + BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
        var first = bytes.Slice(12, 4);
        var (width, height) =
            first.SequenceEqual("VP8X"u8) ? (Three(bytes[24..]) + 1, Three(bytes[27..]) + 1)
            : first.SequenceEqual("VP8L"u8) && bytes[20] == 0x2F ? OfLossless(BinaryPrimitives.ReadUInt32LittleEndian(bytes[21..]))
            : first.SequenceEqual("VP8 "u8) && bytes.Slice(23, 3).SequenceEqual((ReadOnlySpan<byte>)[0x9D, 0x01, 0x2A])
                ? (BinaryPrimitives.ReadUInt16LittleEndian(bytes[26..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(bytes[28..]) & 0x3FFF)
            : (0, 0);
        return new(PictureFormat.WebP, width, height, end <= bytes.Length ? (int)end : null, first.SequenceEqual("VP8X"u8) && (bytes[20] & Animation) != 0, IsLossless(bytes));
    }

    private static bool IsLossless(ReadOnlySpan<byte> bytes)
    {
        for (var at = 12L; at + 8 <= bytes.Length;)
        {
            var chunk = bytes[(int)at..];
            if (chunk.StartsWith("VP8 "u8) || chunk.StartsWith("VP8L"u8))
            {
                return chunk[3] == 'L';
            }

            var length = BinaryPrimitives.ReadUInt32LittleEndian(chunk[4..]);
            at += 8L + length + (length & 1);
        }

        return false;
    }

    private static (int Width, int Height) OfLossless(uint bits) => ((int)(bits & 0x3FFF) + 1, (int)((bits >> 14) & 0x3FFF) + 1);

    private static int Three(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);
}
