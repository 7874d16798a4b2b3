using System.Buffers.Binary;
using System.Text;
using Shiojiri.CxoLab.Pictures;
using Shiojiri.CxoLab.Web.Pictures;

namespace Shiojiri.CxoLab.Web.Tests.Pictures;

/// <summary>What was sent goes in, and nothing but its pixels comes out.</summary>
public sealed class PictureConversionTests
{
    private static readonly string[] Traces = ["CANARY", "EXIF", "Exif", "GPS", "xmpmeta", "ICCP", "ICC_PROFILE", "XMP "];

    [Fact]
    public void A_photograph_is_turned_upright_and_nothing_it_told_is_in_any_file()
    {
        var sent = SamplePictures.Photograph();
        Assert.Contains(SamplePictures.Canary, Encoding.Latin1.GetString(sent), StringComparison.Ordinal);

        var (made, fault) = PictureConversion.Convert(sent, CancellationToken.None);

        Assert.Null(fault);
        Assert.Equal((1200, 1800), (made!.Width, made.Height));
        Assert.Equal(["480.webp", "480.avif", "960.webp", "960.avif", "1200.webp", "1200.avif"], made.Files.Select(f => f.File.Name));
        Assert.All(made.Files, f => Assert.Equal((f.File.Width, f.File.Width * 3 / 2), f.File.Extension == PictureFile.Avif ? SizeOfAvif(f.Bytes) : SamplePictures.SizeOf(f.Bytes)));
        foreach (var (file, bytes) in made.Files)
        {
            var text = Encoding.Latin1.GetString(bytes);
            Assert.All(Traces, trace => Assert.False(text.Contains(trace, StringComparison.Ordinal), $"{trace} in {file.Name}"));
        }

        // Turned by a quarter to the right: what was at the bottom is left, what was right is at the bottom.
        var (left, _, bottom) = SamplePictures.Look(made.Files[^2].Bytes);
        Assert.Equal(("green", "blue"), (left, bottom));
    }

    [Theory]
    [InlineData("PNG")]
    [InlineData("PNG with alpha")]
    [InlineData("WebP")]
    [InlineData("JPEG")]
    public void Each_format_that_is_taken_looks_as_before(string format)
    {
        var sent = format switch { "PNG" => SamplePictures.Png(), "PNG with alpha" => SamplePictures.Png(withAlpha: true), "WebP" => SamplePictures.WebP(), _ => SamplePictures.Jpeg() };

        var (made, fault) = PictureConversion.Convert(sent, CancellationToken.None);

        Assert.Null(fault);
        Assert.Equal(("red", "blue", "green"), SamplePictures.Look(made!.Files.First(f => f.File.Extension == PictureFile.WebP).Bytes));
    }

    [Fact]
    public void A_picture_smaller_than_the_widths_keeps_its_own()
    {
        var (made, _) = PictureConversion.Convert(SamplePictures.Png(300, 200), CancellationToken.None);

        Assert.Equal(["300.webp", "300.avif"], made!.Files.Select(f => f.File.Name));
    }

    [Theory]
    [InlineData("a JPEG whose pixels end early")]
    [InlineData("a PNG that claims more than it has")]
    [InlineData("a WebP whose pixels are none")]
    public void What_cannot_be_read_is_a_fault_and_no_exception(string file)
    {
        var (png, webp) = (SamplePictures.Png(640, 480), SamplePictures.WebP(640, 480));
        byte[] bytes = file switch
        {
            "a JPEG whose pixels end early" => [.. SamplePictures.Jpeg()[..4000], 0xFF, 0xD9],
            "a PNG that claims more than it has" => Claiming(png, 4000, 4000),
            _ => [.. webp[..40], .. new byte[webp.Length - 40]],
        };

        Assert.Equal((null, PictureFault.Unreadable), PictureConversion.Convert(bytes, CancellationToken.None));
    }

    [Fact]
    public void What_was_put_in_the_place_of_an_original_is_judged_once_more()
    {
        var svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"600\" height=\"600\"><image href=\"file:///etc/passwd\"/></svg>"u8.ToArray();

        Assert.Equal((null, PictureFault.OtherType), PictureConversion.Convert(svg, CancellationToken.None));
    }

    [Fact]
    public void Whoever_stops_it_is_heard()
    {
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => PictureConversion.Convert(SamplePictures.Jpeg(), stopped.Token));
    }

    private static byte[] Claiming(byte[] png, int width, int height)
    {
        var claiming = png.ToArray();
        BinaryPrimitives.WriteInt32BigEndian(claiming.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(claiming.AsSpan(20), height);
        return claiming;
    }

    // The box ispe: 4 bytes of version, then width and height.
    private static (int Width, int Height) SizeOfAvif(byte[] bytes)
    {
        Assert.True(bytes.AsSpan(4, 8).SequenceEqual("ftypavif"u8));
        var box = bytes.AsSpan().IndexOf("ispe"u8);
        return (BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(box + 8)), BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(box + 12)));
    }
}
