using Shiojiri.CxoLab.Pictures;

namespace Shiojiri.CxoLab.Content;

/// <summary>The pictures that a piece of the site shows.</summary>
public static class ContentPictures
{
    /// <summary>Stands in <see cref="ContentRevision.Fields"/> wherever a picture was chosen.</summary>
    public const string Chosen = $"\"{ContentField.Picture}\":";

    /// <summary>The keys of the one that was chosen for it and of those that stand in its texts, each once.</summary>
    public static IEnumerable<string> Of(IReadOnlyDictionary<string, string?> fields) =>
        fields.Values.SelectMany(PictureReferences.In).Concat(fields.GetValueOrDefault(ContentField.Picture) is { } key ? [key] : []).Distinct();
}
