using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Settings;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Features.Shared;

namespace Shiojiri.CxoLab.Web.Features.Admin.Settings;

/// <summary>All settings as they hold.</summary>
/// <param name="Texts">By section, then by the fields' names.</param>
/// <param name="Cohorts">Those that have an account or terms of their own.</param>
internal sealed record SettingsPage(
    IReadOnlyDictionary<SettingSection, Dictionary<string, string?>> Texts, IReadOnlyList<(Cohort Cohort, SettingSection Section)> Cohorts)
{
    public static readonly IReadOnlyList<SettingSection> Sections = Enum.GetValues<SettingSection>();

    public static string AddressOf(SettingSection section) => $"/admin/settings/{section.Word()}";

    /// <param name="cohort">Null: the site's own.</param>
    public static string QueryOf(Cohort? cohort) => cohort is null ? "" : $"?cohort={cohort.Ordinal}";

    /// <summary>A span in the sentence on keeping that no setting knows; null when all agrees.</summary>
    public string? Contradiction { get; init; }

    public IReadOnlyList<SettingField> Missing =>
        [.. SettingField.All.Where(f => f.IsNeeded && string.IsNullOrWhiteSpace(Texts[f.Section].GetValueOrDefault(f.Name)))];
}

/// <summary>One section in its form.</summary>
/// <param name="Cohort">Null: the site's.</param>
/// <param name="HasOwn">The cohort has values of its own.</param>
/// <param name="Current">What was saved meanwhile, when <see cref="IsStale"/>.</param>
internal sealed record SettingSectionPage(
    SettingSection Section, Cohort? Cohort, bool HasOwn, SettingsForm Form, IReadOnlyList<FieldError> Errors, Dictionary<string, string?> Current, bool IsStale)
{
    public string Address => SettingsPage.AddressOf(Section);

    public string Query => SettingsPage.QueryOf(Cohort);

    public IReadOnlyList<SettingField> Fields => SettingField.Of(Section);
}

/// <summary>What a section said before, newest first.</summary>
internal sealed record SettingHistoryPage(SettingSection Section, Cohort? Cohort, IReadOnlyList<SettingHistoryEntry> Entries)
{
    public string Address => SettingsPage.AddressOf(Section);

    public string Query => SettingsPage.QueryOf(Cohort);
}

/// <param name="IsGivenUp">From here on the cohort went by the site's values.</param>
/// <param name="Changes">Each field that differs from the revision before.</param>
internal sealed record SettingHistoryEntry(int Number, DateTime SavedUtc, string SavedBy, bool IsGivenUp, IReadOnlyList<SettingChange> Changes);

internal sealed record SettingChange(string Label, string? Before, string? After);
