namespace Shiojiri.CxoLab.Web.Features.Shared;

/// <summary>A part of the curriculum in at most eight characters, as the picture of the calendar has room for.</summary>
internal static class GanttRowName
{
    public const int Longest = 8;

    private static readonly (string In, string Name)[] Known =
        [("フィールドワーク", "フィールドワーク"), ("研修", "研修"), ("伴走", "仕様書づくり"), ("交流会", "交流会")];

    public static string Of(int part, string title) =>
        title.Length <= Longest ? title
            : Known.FirstOrDefault(known => title.Contains(known.In, StringComparison.Ordinal)).Name ?? $"カリキュラム{part}";
}
