using Shiojiri.CxoLab.Pictures;
using Shiojiri.CxoLab.Web.Features.Shared;

namespace Shiojiri.CxoLab.Web.Features.Admin.Shared;

/// <summary>One picture, or none, chosen in a form; shown by _PicturePicker. What is posted is the key, or nothing.</summary>
/// <param name="Key">Of the picture that is chosen; null: none.</param>
internal sealed record PictureChoice(string Name, string Label, string? Hint, string? Error, string? Key) : Field(Name, Label, false, Hint, Error)
{
    private const int Most = 60;

    /// <summary>Newest first, the chosen one always among them.</summary>
    public IReadOnlyList<ShownPicture> From(PictureCatalogue catalogue) =>
        [.. catalogue.All.Values.Reverse().Take(Most).UnionBy(catalogue.Find(Key) is { } chosen ? [chosen] : [], p => p.Key)];
}
