using System.Reflection;
using Shiojiri.CxoLab.Web.Hosting.Keys;

namespace Shiojiri.CxoLab.Web.Hosting;

/// <summary>Every setting of the site by its name, Section:Name; docs/operations.md lists the same ones.</summary>
internal static class SettingNames
{
    /// <summary>Sections that are bound to a type.</summary>
    public static readonly IReadOnlyDictionary<string, Type> Sections = new Dictionary<string, Type>(StringComparer.OrdinalIgnoreCase)
    {
        ["Site"] = typeof(SiteSettings),
        ["Programme"] = typeof(ProgrammeSettings),
        ["Office"] = typeof(OfficeSettings),
        ["BankAccount"] = typeof(BankAccountSettings),
        ["Mail"] = typeof(MailSettings),
        ["Staff"] = typeof(StaffSettings),
        ["FormGuard"] = typeof(FormGuardSettings),
        ["Pictures"] = typeof(PictureSettings),
        ["Secrets"] = typeof(SecretsSettings),
        ["Health"] = typeof(HealthSettings),
    };

    /// <summary>Settings that are read one by one.</summary>
    public static readonly IReadOnlyList<string> Single = ["ConnectionStrings:CxoLab", "Data:Folder", "Database:MaxBatchSize", "Database:Provider", "Telemetry:Endpoint"];

    public static IReadOnlyList<string> All { get; } =
    [
        .. Sections.SelectMany(section => section.Value.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanWrite)
            .Select(property => $"{section.Key}:{property.Name}")),
        .. Single,
    ];

    /// <summary>What is configured in a section of the site and means nothing to it. Connection strings may be another program's.</summary>
    public static IEnumerable<string> UnknownIn(IConfiguration configuration) => Sections.Keys.Concat(["Data", "Database", "Telemetry"])
        .SelectMany(section => configuration.GetSection(section).GetChildren().Select(child => $"{section}:{child.Key}"))
        .Where(name => !All.Contains(name, StringComparer.OrdinalIgnoreCase));
}
