using System.Globalization;

namespace Shiojiri.CxoLab.Pictures;

/// <summary>One of the files that a picture is served as (画像のファイル): a width in a format. Its name is ours, never the sender's.</summary>
public sealed record PictureFile(int Width, string Extension)
{
    /// <summary>What was sent, until it has been converted.</summary>
    public const string Original = "original";

    public const int MaxName = 20;

    public const string Avif = "avif";
    public const string WebP = "webp";

    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Width}.{Extension}");

    public string ContentType => $"image/{Extension}";

    /// <summary>Null for what no file of ours is called.</summary>
    public static PictureFile? Of(string name) =>
        name.Split('.') is [var width, (Avif or WebP) and var extension] && int.TryParse(width, NumberStyles.None, CultureInfo.InvariantCulture, out var pixels)
            && new PictureFile(pixels, extension) is var file && file.Name == name ? file : null;
}
