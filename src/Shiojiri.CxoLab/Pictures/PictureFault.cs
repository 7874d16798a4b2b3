namespace Shiojiri.CxoLab.Pictures;

/// <summary>Why a file does not become a picture of the site (画像にできない理由).</summary>
public enum PictureFault
{
    /// <summary>More bytes than <see cref="PictureLimits.MaxBytes"/>.</summary>
    TooLarge,

    /// <summary>Of no kind that anybody knows.</summary>
    Unknown,

    /// <summary>Of a kind that is known but not taken.</summary>
    OtherType,

    /// <summary>What telephones of one maker write by themselves; its decoder is not free.</summary>
    Heic,

    Animated,

    /// <summary>More than <see cref="PictureLimits.MaxPixels"/>.</summary>
    TooManyPixels,

    /// <summary>More than <see cref="PictureLimits.MaxPixelsWhole"/>, in a form that has to be decoded as a whole.</summary>
    TooManyWhole,

    /// <summary>A side longer than <see cref="PictureLimits.MaxSide"/>.</summary>
    TooLong,

    /// <summary>A side shorter than <see cref="PictureLimits.MinSide"/>.</summary>
    TooSmall,

    /// <summary>It ends too early, or its parts do not fit together.</summary>
    Broken,

    /// <summary>A picture that is a document, an archive or a page as well.</summary>
    Mixed,

    /// <summary>Its pixels could not be read.</summary>
    Unreadable,

    /// <summary>The site went down over it more than once.</summary>
    GivenUp,

    /// <summary>It never arrived whole.</summary>
    Lost,

    /// <summary>This machine lacks the library that reads pictures.</summary>
    NoLibrary,
}

public static class PictureFaultText
{
    /// <summary>What is wrong and what to do, in one Japanese sentence without a full stop.</summary>
    /// <param name="type">What the file is, where that is known: PDF, SVG …</param>
    public static string Sentence(this PictureFault fault, string? type = null) => fault switch
    {
        PictureFault.TooLarge => $"画像は{PictureLimits.MaxBytes / 1024 / 1024}MBまでです。小さくして選び直してください",
        PictureFault.Unknown => "画像として読めません。JPEG、PNG、WebPのどれかを選んでください",
        PictureFault.OtherType => $"このファイルは{type}です。JPEG、PNG、WebPのどれかを選んでください",
        PictureFault.Heic => "HEIC（iPhoneの写真の形式）は読めません。JPEGで保存し直して選んでください。iPhoneでは、写真を自分あてのメールに添えるとJPEGになります",
        PictureFault.Animated => "動く画像は使えません。動かない画像を選んでください",
        PictureFault.TooManyPixels => $"画像は{PictureLimits.MaxPixels / 10_000:N0}万画素までです。縮めて選び直してください",
        PictureFault.TooManyWhole =>
            $"この保存のしかた（プログレッシブ、インターレース、可逆のWebP）の画像は{PictureLimits.MaxPixelsWhole / 10_000:N0}万画素までです。ふつうのJPEGで保存し直して選んでください",
        PictureFault.TooLong => $"画像の一辺は{PictureLimits.MaxSide:N0}ピクセルまでです。縮めて選び直してください",
        PictureFault.TooSmall => $"画像が小さすぎます。どの辺も{PictureLimits.MinSide}ピクセル以上の画像を選んでください",
        PictureFault.Broken => "画像が途中で切れているか、壊れています。元の画像から選び直してください",
        PictureFault.Mixed => $"画像の中に{type}が混ざっています。画像だけを保存し直して選んでください",
        PictureFault.Unreadable => "画像の中身を読めませんでした。別の形式で保存し直して入れてください",
        PictureFault.GivenUp => "変換が何度も途中で止まりました。縮めるか、別の形式で保存し直して入れてください",
        PictureFault.Lost => "受け取りの途中で止まりました。もう一度入れてください",
        PictureFault.NoLibrary => "このサイトの機械に、画像を変換する部品がありません。サイトの管理者に知らせてください",
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, null),
    };
}
