namespace Shiojiri.CxoLab.Pictures;

/// <summary>A picture that can be shown (使える画像): what a page needs to know of it.</summary>
/// <param name="Credit">What stands below it; null when nothing shall.</param>
public sealed record ShownPicture(string Key, string Description, string? Credit, int Width, int Height)
{
    public IReadOnlyList<int> Widths => PictureWidths.Of(Width, Height);

    public string Address(int width, string extension) => $"/pictures/{Key}/{new PictureFile(width, extension).Name}";
}

/// <summary>All pictures that are ready, in memory. Whether visitors may see one is settled by where it is shown.</summary>
public sealed class PictureCatalogue
{
    private volatile IReadOnlyDictionary<string, ShownPicture> _pictures = new Dictionary<string, ShownPicture>();

    /// <summary>Of one moment; another object after every change.</summary>
    public IReadOnlyDictionary<string, ShownPicture> All => _pictures;

    public ShownPicture? Find(string? key) => key is null ? null : _pictures.GetValueOrDefault(key);

    public void Set(IEnumerable<ShownPicture> pictures) => _pictures = pictures.ToDictionary(p => p.Key, StringComparer.Ordinal);
}
