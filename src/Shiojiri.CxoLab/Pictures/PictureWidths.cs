namespace Shiojiri.CxoLab.Pictures;

/// <summary>The widths that a picture is served in (画像の幅).</summary>
public static class PictureWidths
{
    /// <summary>For a telephone, for a column of text, for the width of a page.</summary>
    private static readonly int[] All = [480, 960, 1600];

    /// <summary>A picture that stands upright is shown smaller rather than higher than this, in pixels.</summary>
    private const int MostHeight = 3200;

    /// <summary>Ascending, none larger than the picture itself.</summary>
    /// <param name="width">Upright.</param>
    public static IReadOnlyList<int> Of(int width, int height)
    {
        var most = height <= MostHeight ? width : Math.Max(1, (int)((long)width * MostHeight / height));
        return [.. All.Select(w => Math.Min(w, most)).Distinct()];
    }
}
