using System.Buffers.Binary;

namespace Shiojiri.CxoLab.Pictures;

/// <summary>The chunks of a PNG (W3C PNG, third edition, section 5).</summary>
internal static class PngFrame
{
    /// <summary>A picture of 15 MB has some 2,000; a file of many more is made to tire its reader.</summary>
    private const int MostChunks = 20_000;

    private const int Interlace = 28;

    /// <summary>Null for what is no PNG.</summary>
    public static PictureFrame? Read(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]))
        {
            return null;
        }

        if (bytes.Length < 33 || !bytes[8..].StartsWith((ReadOnlySpan<byte>)[0, 0, 0, 13, (byte)'I', (byte)'H', (byte)'D', (byte)'R']))
        {
            return new(PictureFormat.Png, 0, 0, null);
        }

        // A size beyond 31 bits is none that the standard knows.
        var (width, height) = (Size(bytes[16..]), Size(bytes[20..]));
        var (at, moves) = (8L, false);
        for (var chunks = 0; chunks < MostChunks && at + 12 <= bytes.Length; chunks++)
        {
            var chunk = bytes[(int)at..];
            var name = chunk.Slice(4, 4);
            moves |= name.SequenceEqual("acTL"u8);
            at += 12L + BinaryPrimitives.ReadUInt32BigEndian(chunk);
            if (name.SequenceEqual("IEND"u8))
            {
                return new(PictureFormat.Png, width, height, at <= bytes.Length ? (int)at : null, moves, bytes[Interlace] != 0);
            }
        }

        return new(PictureFormat.Png, width, height, null, moves, bytes[Interlace] != 0);
    }

    private static int Size(ReadOnlySpan<byte> bytes) => (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(bytes), int.MaxValue);
}
