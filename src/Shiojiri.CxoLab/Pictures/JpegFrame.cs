using System.Buffers.Binary;

namespace Shiojiri.CxoLab.Pictures;

/// <summary>The markers of a JPEG (ITU-T T.81, annex B): the frame's size, and where the image ends.</summary>
internal static class JpegFrame
{
    private const int EndOfImage = 0xD9;
    private const int StartOfScan = 0xDA;

    /// <summary>Null for what is no JPEG.</summary>
    public static PictureFrame? Read(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
        {
            return null;
        }

        var (width, height, at, scans, progressive) = (0, 0, 2, 0, false);
        while (at + 1 < bytes.Length && bytes[at] == 0xFF)
        {
            var marker = bytes[at + 1];
            if (marker == 0xFF)
            {
                at++; // fill
                continue;
            }

            if (marker == EndOfImage)
            {
                return new(PictureFormat.Jpeg, width, height, at + 2, IsWhole: progressive || scans > 1);
            }

            if (at + 4 > bytes.Length || BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]) is not (>= 2 and var length))
            {
                break;
            }

            // Two frames in one image would let one reader see another size than the next.
            if (IsFrame(marker) && (width != 0 || !TryReadSize(bytes[(at + 2)..], out width, out height)))
            {
                return new(PictureFormat.Jpeg, 0, 0, null);
            }

            progressive |= marker is 0xC2 or 0xC6 or 0xCA or 0xCE;
            at += 2 + length;
            if (marker == StartOfScan)
            {
                scans++;
                at = AfterScan(bytes, at);
            }
        }

        return new(PictureFormat.Jpeg, width, height, null, IsWhole: progressive);
    }

    private static bool IsFrame(int marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private static bool TryReadSize(ReadOnlySpan<byte> segment, out int width, out int height)
    {
        (width, height) = segment.Length < 7 ? (0, 0) : (BinaryPrimitives.ReadUInt16BigEndian(segment[5..]), BinaryPrimitives.ReadUInt16BigEndian(segment[3..]));
        return width != 0 && height != 0;
    }

    // Within a scan FF is followed by 00, or by a mark to start again at (D0 to D7).
    private static int AfterScan(ReadOnlySpan<byte> bytes, int from)
    {
        for (var at = from; at < bytes.Length; at += 2)
        {
            var next = bytes[at..].IndexOf((byte)0xFF);
            if (next < 0)
            {
                break;
            }

            at += next;
            if (at + 1 < bytes.Length && bytes[at + 1] is not (0x00 or (>= 0xD0 and <= 0xD7)))
            {
                return at;
            }
        }

        return bytes.Length;
    }
}
