using System.Text.Json;
using System.Text.Json.Serialization;
using Shiojiri.CxoLab.Staff;

namespace Shiojiri.CxoLab.Settings;

/// <summary>
/// One section as it was saved (設定の版). Rows are added and never changed, so that what held on a day, and what an applicant was shown, can
/// be read later; the newest of a section holds.
/// </summary>
public sealed class SettingRevision
{
    /// <summary>Longest JSON text, in UTF-16 units.</summary>
    public const int MaxJson = 12_000;

    private static readonly JsonSerializerOptions Format = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private SettingRevision()
    {
    }

    private SettingRevision(int? cohortId, SettingSection section, string json, Actor by, DateTime nowUtc)
    {
        CohortId = cohortId;
        Section = section;
        Json = json;
        SavedBy = by.Name;
        SavedUtc = nowUtc;
    }

    public int Id { get; private set; }

    /// <summary>Null: the site's, which holds for every cohort without one of its own.</summary>
    public int? CohortId { get; private set; }

    public SettingSection Section { get; private set; }

    /// <summary>The values; the literal null of a cohort's revision says that the site's hold again.</summary>
    public string Json { get; private set; } = "";

    public string SavedBy { get; private set; } = "";

    public DateTime SavedUtc { get; private set; }

    public static SettingRevision Of<T>(int? cohortId, SettingSection section, T? values, Actor by, DateTime nowUtc)
        where T : class => new(cohortId, section, JsonSerializer.Serialize(values, Format), by, nowUtc);

    /// <summary>The values it holds; null when a cohort gave its own up.</summary>
    public T? Read<T>()
        where T : class => JsonSerializer.Deserialize<T>(Json, Format);
}
