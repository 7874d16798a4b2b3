namespace Shiojiri.CxoLab.Web.Features.Shared;

/// <summary>A title that ends in 〜…〜 carries a subtitle, set smaller.</summary>
internal static class ProjectTitle
{
    public static (string Title, string? Subtitle) Split(string title)
    {
        var wave = title.IndexOf('〜', StringComparison.Ordinal);
        return wave > 0 && title.EndsWith('〜') ? (title[..wave].TrimEnd('|'), title[wave..]) : (title, null);
    }
}
