using System.Text;
using Shiojiri.CxoLab.Pictures;

namespace Shiojiri.CxoLab.Tests.Pictures;

/// <summary>A file is judged by its bytes before one pixel is decoded.</summary>
public sealed class PictureReadingTests
{
    public static TheoryData<string, byte[], PictureFormat, int, int> Good => new()
    {
        { "PNG", SampleFiles.Png(1200, 800), PictureFormat.Png, 1200, 800 },
        { "JPEG", SampleFiles.Jpeg(1200, 800), PictureFormat.Jpeg, 1200, 800 },
        { "WebP", SampleFiles.WebP(1200, 800), PictureFormat.WebP, 1200, 800 },
        { "lossless WebP", [.. "RIFF"u8, 22, 0, 0, 0, .. "WEBPVP8L"u8, 10, 0, 0, 0, 0x2F, 0xAF, 0xC4, 0xC7, 0, 0, 0, 0, 0, 0], PictureFormat.WebP, 1200, 800 },
        { "the longest side", SampleFiles.Png(16_000, 3_750), PictureFormat.Png, 16_000, 3_750 },
        { "a film behind a photograph of a telephone", [.. SampleFiles.Jpeg(1200, 800), .. SampleFiles.Box("mp42"), .. new byte[500]], PictureFormat.Jpeg, 1200, 800 },
        { "a second picture behind the first", [.. SampleFiles.Jpeg(1200, 800), .. SampleFiles.Jpeg(300, 200)], PictureFormat.Jpeg, 1200, 800 },
        { "25 million pixels line by line", SampleFiles.Jpeg(5_000, 5_000), PictureFormat.Jpeg, 5_000, 5_000 },
        { "zeros behind it", [.. SampleFiles.Png(1200, 800), .. new byte[64]], PictureFormat.Png, 1200, 800 },
        { "words about it within", SampleFiles.Jpeg(1200, 800, comment: "<x:xmpmeta> <b>湖</b> 1 < 2"u8.ToArray()), PictureFormat.Jpeg, 1200, 800 },
    };

    public static TheoryData<string, byte[], PictureFault, string?> Bad => new()
    {
        { "20,000 pixels wide", SampleFiles.Png(20_000, 20_000), PictureFault.TooLong, null },
        { "one beyond the longest side", SampleFiles.Png(16_001, 100), PictureFault.TooLong, null },
        { "more than 60 million pixels", SampleFiles.Jpeg(10_000, 6_001), PictureFault.TooManyPixels, null },
        { "a side beyond what a number holds", SampleFiles.Png(uint.MaxValue, uint.MaxValue), PictureFault.TooLong, null },
        { "25 million pixels that come all at once", SampleFiles.Png(5_000, 5_000, interlaced: true), PictureFault.TooManyWhole, null },
        { "25 million pixels in several scans", SampleFiles.Jpeg(5_000, 5_000, scans: 2), PictureFault.TooManyWhole, null },
        { "25 million pixels, progressive", SampleFiles.Jpeg(5_000, 5_000, frame: 0xC2), PictureFault.TooManyWhole, null },
        { "25 million pixels without loss", [.. "RIFF"u8, 22, 0, 0, 0, .. "WEBPVP8L"u8, 10, 0, 0, 0, 0x2F, 0x87, 0xD3, 0xE1, 0x04, 0, 0, 0, 0, 0], PictureFault.TooManyWhole, null },
        { "too small", SampleFiles.WebP(15, 800), PictureFault.TooSmall, null },
        { "no size", SampleFiles.Png(0, 800), PictureFault.Broken, null },
        { "a PNG that ends early", SampleFiles.Png(1200, 800)[..^6], PictureFault.Broken, null },
        { "a JPEG that ends early", SampleFiles.Jpeg(1200, 800)[..^2], PictureFault.Broken, null },
        { "a WebP that ends early", SampleFiles.WebP(1200, 800)[..^1], PictureFault.Broken, null },
        { "the beginning alone", SampleFiles.Png(1200, 800)[..20], PictureFault.Broken, null },
        { "a JPEG of two sizes", [.. SampleFiles.Jpeg(64, 64)[..^2], .. SampleFiles.Frame(9_000, 9_000), 0xFF, 0xD9], PictureFault.Broken, null },
        { "a hundred thousand chunks", SampleFiles.Png(1200, 800, chunks: [.. Enumerable.Repeat(("tEXt", Array.Empty<byte>()), 100_000)]), PictureFault.Broken, null },
        { "a PNG that moves", SampleFiles.Png(1200, 800, chunks: ("acTL", new byte[8])), PictureFault.Animated, null },
        { "a WebP that moves", SampleFiles.WebP(1200, 800, flags: 2), PictureFault.Animated, null },
        { "a telephone's own format", SampleFiles.Box("heic"), PictureFault.Heic, "HEIC" },
        { "AVIF", SampleFiles.Box("avif"), PictureFault.OtherType, "AVIF" },
        { "a film", SampleFiles.Box("mp42"), PictureFault.OtherType, "動画" },
        { "GIF", "GIF89a"u8.ToArray(), PictureFault.OtherType, "GIF" },
        { "PDF", "%PDF-1.7"u8.ToArray(), PictureFault.OtherType, "PDF" },
        { "SVG", Encoding.UTF8.GetBytes("\ufeff<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"), PictureFault.OtherType, "SVG" },
        { "a page", "<!DOCTYPE html><script>alert(1)</script>"u8.ToArray(), PictureFault.OtherType, "ウェブページ" },
        { "TIFF", [.. "II*\0"u8, 8, 0, 0, 0], PictureFault.OtherType, "TIFF" },
        { "nothing that anybody knows", "塩尻"u8.ToArray(), PictureFault.Unknown, null },
        { "an archive behind it", [.. SampleFiles.Png(1200, 800), .. "PK\u0003\u0004"u8, .. new byte[40], .. SampleFiles.ZipEnd()], PictureFault.Mixed, "ZIP" },
        { "an archive behind zeros", [.. SampleFiles.Jpeg(1200, 800), .. new byte[64], .. "PK\u0003\u0004"u8, .. SampleFiles.ZipEnd()], PictureFault.Mixed, "ZIP" },
        { "an archive inside", SampleFiles.Jpeg(1200, 800, comment: [.. "PK\u0003\u0004"u8, .. SampleFiles.ZipEnd()]), PictureFault.Mixed, "ZIP" },
        { "a script inside", SampleFiles.Jpeg(1200, 800, comment: "--><ScRiPt>alert(1)</script>"u8.ToArray()), PictureFault.Mixed, "ウェブページや文書" },
        { "a program of a server behind it", [.. SampleFiles.Png(1200, 800), .. "<?php system($_GET[0]);"u8], PictureFault.Mixed, "ウェブページや文書" },
        { "a drawing behind it", [.. SampleFiles.WebP(1200, 800), .. "<svg onload=alert(1)>"u8], PictureFault.Mixed, "SVG" },
    };

    [Theory]
    [MemberData(nameof(Good))]
    public void Format_and_size_are_read(string file, byte[] bytes, PictureFormat format, int width, int height) =>
        Assert.Equal((file, format, width, height, null), (file, PictureReading.Of(bytes).Format, PictureReading.Of(bytes).Width, PictureReading.Of(bytes).Height, PictureReading.Of(bytes).Sentence));

    [Theory]
    [MemberData(nameof(Bad))]
    public void What_is_no_picture_for_the_site_is_refused_by_name(string file, byte[] bytes, PictureFault fault, string? type) =>
        Assert.Equal((file, fault, type), (file, PictureReading.Of(bytes).Fault, PictureReading.Of(bytes).Type));

    [Fact]
    public void Fifteen_megabytes_are_taken_and_not_a_byte_more()
    {
        byte[] picture = [.. SampleFiles.Png(1200, 800), .. new byte[PictureLimits.MaxBytes]];

        Assert.Equal((null, PictureFault.TooLarge), (PictureReading.Of(picture.AsSpan(0, PictureLimits.MaxBytes)).Fault, PictureReading.Of(picture.AsSpan(0, PictureLimits.MaxBytes + 1)).Fault));
    }

    [Fact]
    public void Noise_of_fifteen_megabytes_is_not_taken_for_something_hidden()
    {
        var noise = new byte[PictureLimits.MaxBytes - 200];
        new Random(20220720).NextBytes(noise);

        Assert.Null(PictureReading.Of(SampleFiles.Png(4000, 3000, chunks: ("IDAT", noise))).Sentence);
    }

    [Fact]
    public void Every_fault_has_a_sentence_that_says_what_to_do() =>
        Assert.All(Enum.GetValues<PictureFault>(), fault => Assert.Matches("(選|入れ|知らせ)", fault.Sentence("PDF")));
}
