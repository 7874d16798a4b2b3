namespace Shiojiri.CxoLab.Pictures;

/// <summary>What the bytes of a file say of the picture in it: all of it before one pixel is decoded.</summary>
/// <param name="Width">In pixels, before it is turned upright.</param>
/// <param name="Type">What the file is, or what is mixed into it, where a fault speaks of that.</param>
public sealed record PictureReading(PictureFormat Format, int Width, int Height, PictureFault? Fault = null, string? Type = null)
{
    /// <summary>The sentence for the field; null for a picture that may be taken.</summary>
    public string? Sentence => Fault?.Sentence(Type);

    /// <summary>Reads no further than it must; name and type that the sender gave do not count.</summary>
    public static PictureReading Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > PictureLimits.MaxBytes)
        {
            return Refused(PictureFault.TooLarge);
        }

        var frame = JpegFrame.Read(bytes) ?? PngFrame.Read(bytes) ?? WebPFrame.Read(bytes);
        if (frame is null)
        {
            var type = ForeignContent.TypeOf(bytes);
            return Refused(type is null ? PictureFault.Unknown : type == ForeignContent.Heic ? PictureFault.Heic : PictureFault.OtherType, type);
        }

        var fault = frame.Width == 0 || frame.Height == 0 ? PictureFault.Broken
            : PictureLimits.Fault(frame.Width, frame.Height, frame.IsWhole) ?? (frame.IsAnimated ? PictureFault.Animated : frame.End is null ? PictureFault.Broken : null);
        var mixed = fault is null ? ForeignContent.Within(bytes, frame.End!.Value) : null;
        return new(frame.Format, frame.Width, frame.Height, mixed is null ? fault : PictureFault.Mixed, mixed);
    }

    private static PictureReading Refused(PictureFault fault, string? type = null) => new(default, 0, 0, fault, type);
}

/// <summary>The outer form of a picture's file.</summary>
/// <param name="Width">0 when the file does not say.</param>
/// <param name="End">Where the picture ends in the file; null when it does not.</param>
/// <param name="IsWhole">No line of it can be had before all of it lies in memory.</param>
internal sealed record PictureFrame(PictureFormat Format, int Width, int Height, int? End, bool IsAnimated = false, bool IsWhole = false);
