using System.Text;
using NetVips;

namespace Shiojiri.CxoLab.Web.Tests.Pictures;

/// <summary>Real pictures, made on the spot: red on the left, blue on the right, green at the bottom.</summary>
internal static class SamplePictures
{
    /// <summary>Stands in the EXIF, XMP and comments of a photograph.</summary>
    public const string Canary = "CANARY-36.1066-137.9503";

    public static byte[] Jpeg(int width = 1800, int height = 1200) => Drawn(width, height).JpegsaveBuffer(q: 85);

    public static byte[] Png(int width = 1800, int height = 1200, bool withAlpha = false) =>
        withAlpha ? Drawn(width, height).Bandjoin(128).PngsaveBuffer() : Drawn(width, height).PngsaveBuffer();

    public static byte[] WebP(int width = 1800, int height = 1200) => Drawn(width, height).WebpsaveBuffer(q: 85);

    /// <summary>As a telephone that was held upright writes it: lying on its side, with a note to turn it, and with the place.</summary>
    public static byte[] Photograph(int width = 1800, int height = 1200)
    {
        using var drawn = Drawn(width, height).Mutate(image =>
        {
            image.Set(GValue.GIntType, "orientation", 6);
            Text(image, "exif-ifd0-Artist", Canary);
            Text(image, "exif-ifd0-ImageDescription", Canary);
            Text(image, "exif-ifd3-GPSAreaInformation", Canary);
            Text(image, "exif-ifd3-GPSLatitudeRef", "N");
            image.Set(GValue.GStrType, "exif-ifd3-GPSLatitude", "36/1 6/1 23/1 (36, 6, 23, Rational, 3 components, 24 bytes)");
            image.Set(GValue.BlobType, "xmp-data", Encoding.ASCII.GetBytes($"<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">{Canary}</x:xmpmeta>"));
            image.Set(GValue.BlobType, "iptc-data", Encoding.ASCII.GetBytes(Canary));
        });
        return drawn.JpegsaveBuffer(q: 85, keep: Enums.ForeignKeep.All, profile: "p3");
    }

    /// <summary>Colours at the middle of the left, the right and the lower edge.</summary>
    public static (string Left, string Right, string Bottom) Look(byte[] picture)
    {
        using var image = Image.WebploadBuffer(picture);
        return (At(image, 2, image.Height / 2), At(image, image.Width - 3, image.Height / 2), At(image, image.Width / 2, image.Height - 3));
    }

    public static (int Width, int Height) SizeOf(byte[] webp)
    {
        using var image = Image.WebploadBuffer(webp);
        return (image.Width, image.Height);
    }

    private static void Text(MutableImage image, string name, string text) =>
        image.Set(GValue.GStrType, name, $"{text} ({text}, ASCII, {text.Length + 1} components, {text.Length + 1} bytes)");

    private static string At(Image image, int x, int y) => image.Getpoint(x, y) switch
    {
        [> 150, < 100, < 100, ..] => "red",
        [< 100, < 100, > 150, ..] => "blue",
        [< 100, > 150, < 100, ..] => "green",
        var other => string.Join(',', other.Select(o => (int)o)),
    };

    private static Image Drawn(int width, int height)
    {
        var plain = Image.Black(width, height, 3) + new double[] { 200, 20, 20 };
        var half = plain.Insert(Image.Black(width - (width / 2), height, 3) + new double[] { 20, 20, 200 }, width / 2, 0);
        var whole = half.Insert(Image.Black(width, height / 4, 3) + new double[] { 20, 200, 20 }, 0, height - (height / 4));
        return whole.Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb).CopyMemory();
    }
}
