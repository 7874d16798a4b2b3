namespace Shiojiri.CxoLab.Pictures;

/// <summary>How large a picture may be before anything of it is decoded (画像の上限).</summary>
public static class PictureLimits
{
    public const int MaxBytes = 15 * 1024 * 1024;

    /// <summary>Width times height.</summary>
    public const int MaxPixels = 60_000_000;

    /// <summary>Width times height, where no line can be had before all of it lies in memory: up to 8 bytes each.</summary>
    public const int MaxPixelsWhole = 24_000_000;

    /// <summary>Pixels of the longer side; AVIF and WebP hold no more than 16,383.</summary>
    public const int MaxSide = 16_000;

    /// <summary>Pixels of the shorter side.</summary>
    public const int MinSide = 16;

    /// <summary>What is wrong with a width and a height; null when nothing is.</summary>
    public static PictureFault? Fault(int width, int height, bool isWhole = false) =>
        Math.Max(width, height) > MaxSide ? PictureFault.TooLong
        : (long)width * height > MaxPixels ? PictureFault.TooManyPixels
        : isWhole && (long)width * height > MaxPixelsWhole ? PictureFault.TooManyWhole
        : Math.Min(width, height) < MinSide ? PictureFault.TooSmall
        : null;
}
