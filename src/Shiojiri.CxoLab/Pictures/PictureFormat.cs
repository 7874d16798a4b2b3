namespace Shiojiri.CxoLab.Pictures;

/// <summary>What a picture that staff put in may be (画像の形式), known by its first bytes and by nothing else.</summary>
public enum PictureFormat
{
    Jpeg,
    Png,
    WebP,
}
