using System.Buffers.Binary;
using System.Text;

namespace Shiojiri.CxoLab.Tests.Pictures;

/// <summary>Files made by hand, byte by byte: the outer form of a picture is enough for what is asked of them.</summary>
internal static class SampleFiles
{
    private static readonly byte[] Scan = [.. Segment(0xDA, [1, 1, 0, 0, 63, 0]), 0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56];

    public static byte[] Png(uint width, uint height, bool interlaced = false, params (string Name, byte[] Data)[] chunks)
    {
        byte[] header = [.. Big(width), .. Big(height), 8, 2, 0, 0, (byte)(interlaced ? 1 : 0)];
        return [0x89, .. "PNG\r\n\u001a\n"u8, .. Chunk("IHDR", header), .. chunks.SelectMany(c => Chunk(c.Name, c.Data)), .. Chunk("IDAT", [1, 2, 3]), .. Chunk("IEND", [])];
    }

    public static byte[] Jpeg(ushort width, ushort height, byte frame = 0xC0, int scans = 1, params byte[] comment) =>
        [0xFF, 0xD8, .. Segment(0xFE, comment), .. Frame(width, height, frame), .. Enumerable.Repeat(Scan, scans).SelectMany(s => s), 0xFF, 0xD9];

    public static byte[] Frame(ushort width, ushort height, byte marker = 0xC0) =>
        Segment(marker, [8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0]);

    public static byte[] Segment(byte marker, byte[] data) => [0xFF, marker, (byte)((data.Length + 2) >> 8), (byte)(data.Length + 2), .. data];

    public static byte[] WebP(int width, int height, byte flags = 0)
    {
        byte[] chunk = [.. "VP8X"u8, 10, 0, 0, 0, flags, 0, 0, 0, .. Three(width - 1), .. Three(height - 1)];
        return [.. "RIFF"u8, .. Little((uint)(chunk.Length + 4)), .. "WEBP"u8, .. chunk];
    }

    /// <summary>An archive without an entry, as the end of a file.</summary>
    public static byte[] ZipEnd() => [.. "PK\u0005\u0006"u8, .. new byte[18]];

    public static byte[] Box(string brand) => [0, 0, 0, 24, .. "ftyp"u8, .. Encoding.ASCII.GetBytes(brand), 0, 0, 0, 0, .. "mif1"u8, .. "heic"u8];

    private static byte[] Chunk(string name, byte[] data) => [.. Big((uint)data.Length), .. Encoding.ASCII.GetBytes(name), .. data, 0, 0, 0, 0];

    private static byte[] Three(int number) => [(byte)number, (byte)(number >> 8), (byte)(number >> 16)];

    private static byte[] Big(uint number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, number);
        return bytes;
    }

    private static byte[] Little(uint number) => [.. Big(number).Reverse()];
}
