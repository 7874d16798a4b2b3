using NetVips;
using Shiojiri.CxoLab.Pictures;

namespace Shiojiri.CxoLab.Web.Pictures;

/// <summary>A picture made anew: upright, in sRGB, with nothing in it but pixels.</summary>
/// <param name="Width">Of the original, upright.</param>
internal sealed record ConvertedPicture(int Width, int Height, IReadOnlyList<(PictureFile File, byte[] Bytes)> Files);

/// <summary>
/// The only type that decodes pictures. Each format goes to its own reader by name, so that a file that passes itself off as another finds
/// none of the library's many others. It works on one thread and keeps nothing: the site goes on answering.
/// </summary>
internal static class PictureConversion
{
    private const int AvifQuality = 55;
    private const int WebPQuality = 80;

    /// <summary>0 (quick) to 9: 4 takes three times as long as 3, for files of the same size.</summary>
    private const int AvifEffort = 3;

    /// <summary>By what the readers of JPEG and WebP can divide both sides while they decode.</summary>
    private static readonly int[] Shrinks = [8, 4, 2];

    private static readonly Lazy<bool> Ready = new(() =>
    {
        if (ModuleInitializer.VipsInitialized)
        {
            Cache.Max = 0;
            NetVips.NetVips.Concurrency = 1;
        }

        return ModuleInitializer.VipsInitialized;
    });

    /// <summary>Whether the library is there at all.</summary>
    public static bool IsThere => Ready.Value;

    /// <summary>A fault instead of a picture when the bytes are none for the site, or the pixels can't be read.</summary>
    public static (ConvertedPicture? Picture, PictureFault? Fault) Convert(byte[] original, CancellationToken ct)
    {
        var reading = PictureReading.Of(original);
        if (reading.Fault is not null || !IsThere)
        {
            return (null, reading.Fault ?? PictureFault.NoLibrary);
        }

        ct.ThrowIfCancellationRequested();
        try
        {
            // The library reads the header by its own lights: its word is taken before it decodes anything.
            var (width, height) = SizeOf(original, reading.Format);
            return PictureLimits.Fault(width, height) is { } fault ? (null, fault) : (Made(original, reading.Format, width, height, ct), null);
        }
        catch (VipsException)
        {
            ct.ThrowIfCancellationRequested();
            return (null, PictureFault.Unreadable);
        }
    }

    // Orientations 5 to 8 lie on their side.
    private static (int Width, int Height) SizeOf(byte[] original, PictureFormat format)
    {
        using var header = Opened(original, format, 1);
        return header.Contains("orientation") && header.Get("orientation") is >= 5 and <= 8 ? (header.Height, header.Width) : (header.Width, header.Height);
    }

    private static ConvertedPicture Made(byte[] original, PictureFormat format, int width, int height, CancellationToken ct)
    {
        var widths = PictureWidths.Of(width, height);
        using var opened = Opened(original, format, Shrinks.FirstOrDefault(s => width / s >= widths[^1] * 2, 1));
        opened.SetProgress(null, ct);
        using var upright = Shrunk(opened, widths[^1]);
        using var coloured = upright.Colourspace(Enums.Interpretation.Srgb);
        using var largest = coloured.CopyMemory();
        var files = new List<(PictureFile, byte[])>();
        foreach (var wanted in widths)
        {
            using var image = wanted == largest.Width ? largest.Copy() : Shrunk(largest, wanted);
            ct.ThrowIfCancellationRequested();
            files.Add((new(wanted, PictureFile.WebP), image.WebpsaveBuffer(q: WebPQuality, keep: Enums.ForeignKeep.None)));
            ct.ThrowIfCancellationRequested();
            files.Add((new(wanted, PictureFile.Avif), image.HeifsaveBuffer(
                q: AvifQuality, compression: Enums.ForeignHeifCompression.Av1, effort: AvifEffort, bitdepth: 8, keep: Enums.ForeignKeep.None)));
        }

        return new(width, height, files);
    }

    // Turns it as well, and takes its colours to sRGB.
    private static Image Shrunk(Image image, int width) => image.ThumbnailImage(width, height: PictureLimits.MaxSide, size: Enums.Size.Down, outputProfile: "srgb");

    // Not line by line: then the library paints black what it can't read, and says nothing. What is large lies in a file meanwhile.
    private static Image Opened(byte[] original, PictureFormat format, int shrink) => format switch
    {
        // A picture that ends early is a warning to this reader; PNGs of well-known programs are full of harmless ones.
        PictureFormat.Jpeg => Image.JpegloadBuffer(original, shrink: shrink, failOn: Enums.FailOn.Warning),
        PictureFormat.Png => Image.PngloadBuffer(original, failOn: Enums.FailOn.Error),
        PictureFormat.WebP => Image.WebploadBuffer(original, scale: 1.0 / shrink, failOn: Enums.FailOn.Error),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, null),
    };
}
