using System.Text.Json;
using System.Text.Json.Serialization;
using Shiojiri.CxoLab.Staff;

namespace Shiojiri.CxoLab.Content;

/// <summary>
/// What a piece of the site says, as it was saved (版). Rows are added and never changed, but for the times of one that nobody outside has
/// seen yet: what stood on the site on a day can be read later.
/// </summary>
public sealed class ContentRevision : IPublished
{
    /// <summary>Longest JSON text, in UTF-16 units.</summary>
    public const int MaxFields = 40_000;

    private static readonly JsonSerializerOptions Format = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private ContentRevision()
    {
    }

    internal ContentRevision(int itemId, int number, IReadOnlyDictionary<string, string?> fields, Publication publication, Actor by, DateTime nowUtc)
    {
        ItemId = itemId;
        Number = number;
        Fields = Text(fields);
        PublishUtc = publication.FromUtc;
        TakeDownUtc = publication.UntilUtc;
        SavedBy = by.Name;
        SavedUtc = nowUtc;
    }

    public int Id { get; private set; }

    public int ItemId { get; private set; }

    /// <summary>From 1 within its item; unique there.</summary>
    public int Number { get; private set; }

    /// <summary>A JSON object of texts by the names of <see cref="ContentField"/>; what is empty is left out.</summary>
    public string Fields { get; private set; } = "";

    /// <summary>Null: a draft. The programme's time.</summary>
    public DateTime? PublishUtc { get; private set; }

    /// <summary>From here on nothing of the item is seen, unless something newer is public. The programme's time.</summary>
    public DateTime? TakeDownUtc { get; private set; }

    public string SavedBy { get; private set; } = "";

    public DateTime SavedUtc { get; private set; }

    public static string Text(IReadOnlyDictionary<string, string?> fields) =>
        JsonSerializer.Serialize(fields.Where(f => !string.IsNullOrEmpty(f.Value)).ToDictionary(f => f.Key, f => f.Value), Format);

    public Dictionary<string, string?> Read() => JsonSerializer.Deserialize<Dictionary<string, string?>>(Fields, Format)!;

    /// <summary>Whether visitors see it at an instant if nothing newer has taken its place.</summary>
    public bool IsPublicAt(DateTime nowUtc) => PublishUtc <= nowUtc && !(TakeDownUtc <= nowUtc);

    public bool IsScheduledAt(DateTime nowUtc) => PublishUtc > nowUtc;

    internal void Withhold() => (PublishUtc, TakeDownUtc) = (null, null);
}
