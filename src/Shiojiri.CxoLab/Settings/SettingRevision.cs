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
    public const int MaxScope = 40;

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

    private SettingRevision(int? cohortId, SettingSection section, int number, string json, Actor by, DateTime nowUtc)
    {
        CohortId = cohortId;
        Section = section;
        Scope = ScopeOf(cohortId, section);
        Number = number;
        Json = json;
        SavedBy = by.Name;
        SavedUtc = nowUtc;
    }

    public int Id { get; private set; }

    /// <summary>Null: the site's, which holds for every cohort without one of its own.</summary>
    public int? CohortId { get; private set; }

    public SettingSection Section { get; private set; }

    /// <summary>Section and cohort in one word, since a unique index over an empty cohort is not the same on every engine.</summary>
    public string Scope { get; private set; } = "";

    /// <summary>From 1 within its scope; unique there, so that of two people who save at one moment one is told of the other.</summary>
    public int Number { get; private set; }

    /// <summary>The values; the literal null of a cohort's revision says that the site's hold again.</summary>
    public string Json { get; private set; } = "";

    public string SavedBy { get; private set; } = "";

    public DateTime SavedUtc { get; private set; }

    public static string ScopeOf(int? cohortId, SettingSection section) => cohortId is { } id ? $"{id}/{section}" : section.ToString();

    /// <param name="number">One more than that of the revision it takes the place of.</param>
    public static SettingRevision Of<T>(int? cohortId, SettingSection section, int number, T? values, Actor by, DateTime nowUtc)
        where T : class => new(cohortId, section, number, Text(values), by, nowUtc);

    /// <summary>Values as a revision keeps them; what is null is left out.</summary>
    public static string Text<T>(T? values)
        where T : class => JsonSerializer.Serialize(values, Format);

    /// <summary>The cohort has no values of its own any more: the site's hold.</summary>
    public bool IsGivenUp => Json == "null";

    /// <summary>The values it holds; null when a cohort gave its own up.</summary>
    public T? Read<T>()
        where T : class => Read<T>(Json);

    /// <summary>The values of a section; null when a cohort gave its own up.</summary>
    /// <exception cref="JsonException">There is a name in it that the section does not have.</exception>
    public static object? Read(SettingSection section, string json) => section switch
    {
        SettingSection.Programme => Read<ProgrammeValues>(json),
        SettingSection.Contact => Read<ContactValues>(json),
        SettingSection.Account => Read<AccountValues>(json),
        SettingSection.Fee => Read<FeeValues>(json),
        SettingSection.Seller => Read<SellerValues>(json),
        SettingSection.Privacy => Read<PrivacyValues>(json),
        _ => throw new ArgumentOutOfRangeException(nameof(section), section, null),
    };

    public static T? Read<T>(string json)
        where T : class => JsonSerializer.Deserialize<T>(json, Format);
}
