using NetVips;
using Shiojiri.CxoLab.Pictures;

namespace Shiojiri.CxoLab.Web.Pictures;

/// <summary>A picture made anew: upright, in sRGB, with nothing in it but pixels.</summary>
/// <param name="Width">Of the original, upright.</param>
internal sealed record ConvertedPicture(int Width, int Height, IReadOnlyList<(PictureFile File, byte[] Bytes)> Files);

/// <summary>
/// The only type that decodes pictures. Of the library's many readers three are left, for the three formats that are taken; a file that
/// passes itself off as one of them finds no other. It works on one thread and keeps nothing, so that the site goes on answering.
/// </summary>
internal static class PictureConversion
{
    private const int AvifQuality = 55;
    private const int WebPQuality = 80;

    /// <summary>0 (slow) to 9: beyond 4 files hardly get smaller.</summary>
    private const int AvifEffort = 4;

    private static readonly Lazy<bool> Ready = new(() =>
    {
        if (!ModuleInitializer.VipsInitialized)
        {
            return false;
        }

        Cache.Max = 0;
        NetVips.NetVips.Concurrency = 1;
        Operation.Block("VipsForeignLoad", true);
        foreach (var reader in new[] { "VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp" })
        {
            Operation.Block(reader, false);
        }

        return true;
    });

    /// <summary>A fault instead of a picture when the pixels are not what the header promised, or cannot be read.</summary>
    public static (ConvertedPicture? Picture, PictureFault? Fault) Convert(byte[] original, CancellationToken ct)
    {
        if (!Ready.Value)
        {
            return (null, PictureFault.NoLibrary);
        }

        try
        {
            // The library reads the header by its own lights: its word is taken before it decodes anything.
            var (width, height) = SizeOf(original);
            return PictureLimits.Fault(width, height) is { } fault ? (null, fault) : (Made(original, width, height, ct), null);
        }
        catch (VipsException)
        {
            ct.ThrowIfCancellationRequested();
            return (null, PictureFault.Unreadable);
        }
    }

    // Orientations 5 to 8 lie on their side.
    private static (int Width, int Height) SizeOf(byte[] original)
    {
        using var header = Image.NewFromBuffer(original, access: Enums.Access.Sequential);
        return header.Contains("orientation") && header.Get("orientation") is >= 5 and <= 8 ? (header.Height, header.Width) : (header.Width, header.Height);
    }

    private static ConvertedPicture Made(byte[] original, int width, int height, CancellationToken ct)
    {
        var widths = PictureWidths.Of(width, height);
        using var decoded = Image.ThumbnailBuffer(original, widths[^1], height: PictureLimits.MaxSide, size: Enums.Size.Down, outputProfile: "srgb", failOn: Enums.FailOn.Error);
        using var upright = decoded.Interpretation == Enums.Interpretation.Srgb ? decoded.Copy() : decoded.Colourspace(Enums.Interpretation.Srgb);
        upright.SetProgress(null, ct);
        using var largest = upright.CopyMemory();
        var files = new List<(PictureFile, byte[])>();
        foreach (var wanted in widths)
        {
            using var image = wanted == largest.Width ? largest.Copy() : largest.ThumbnailImage(wanted, height: PictureLimits.MaxSide, size: Enums.Size.Down);
            ct.ThrowIfCancellationRequested();
            files.Add((new(wanted, PictureFile.WebP), image.WebpsaveBuffer(q: WebPQuality, keep: Enums.ForeignKeep.None)));
            ct.ThrowIfCancellationRequested();
            files.Add((new(wanted, PictureFile.Avif), image.HeifsaveBuffer(
                q: AvifQuality, compression: Enums.ForeignHeifCompression.Av1, effort: AvifEffort, bitdepth: 8, keep: Enums.ForeignKeep.None)));
        }

        return new(width, height, files);
    }
}
