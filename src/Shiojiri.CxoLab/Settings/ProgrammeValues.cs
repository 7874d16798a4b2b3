using System.Text.Json.Serialization;

namespace Shiojiri.CxoLab.Settings;

/// <summary>What the programme is called, who runs it and in which colours it shows itself (プログラムの名前と色).</summary>
/// <param name="ShortName">In the subject lines of mails; the name where there is none.</param>
/// <param name="Slogan">キャッチコピー; a bar | says where its line may break.</param>
/// <param name="Place">Where it is at home, beside the name.</param>
/// <param name="Outline">One sentence in the footer.</param>
/// <param name="Office">What the office is called; the name and 運営事務局 where there is none.</param>
/// <param name="Host">主催</param>
/// <param name="Partners">協働運営, one a line, each with an address behind it if it has one.</param>
/// <param name="Business">The undertaking that it belongs to, in the footer.</param>
/// <param name="GoalPeople">How many people shall take part in all; null: no goal is counted.</param>
/// <param name="Goal">What the goal says, in its own words.</param>
/// <param name="MainColour">See <see cref="Settings.Palette"/>.</param>
/// <param name="LinkColour">See <see cref="Settings.Palette"/>.</param>
public sealed record ProgrammeValues(
    string? Name = null, string? ShortName = null, string? Slogan = null, string? Place = null, string? Outline = null, string? Office = null,
    string? Host = null, string? Partners = null, string? Business = null, string? MainColour = null, string? LinkColour = null,
    int? GoalPeople = null, string? Goal = null)
{
    /// <summary>What holds until staff save something else.</summary>
    public static readonly ProgrammeValues BuiltIn = new(
        "塩尻CxO Lab", null, "関わるほど、|ふるさとに|なる。", "長野県塩尻市", "市外に暮らす人と地域プレイヤーが、塩尻の課題に一緒に取り組むオンラインコミュニティです。", null,
        "長野県塩尻市", "NPO法人MEGURU https://meguru-shiojiri.studio.site/\n一般社団法人ONE X https://onexxxx.com/", "塩尻市・関係人口創出事業",
        Settings.Palette.BuiltIn.Main.ToString(), Settings.Palette.BuiltIn.Link.ToString(),
        45, "2023年までに副業等により課題解決事業に関わった関係人口数45人");

    /// <summary>塩尻CxO Lab</summary>
    [JsonIgnore]
    public string Title => Name ?? "";

    /// <summary>What stands in 【】 before the subject of a mail.</summary>
    [JsonIgnore]
    public string ShortTitle => ShortName ?? Title;

    /// <summary>塩尻CxO Lab 運営事務局</summary>
    [JsonIgnore]
    public string OfficeName => Office ?? $"{Title} 運営事務局";

    /// <summary>The slogan cut where it may break.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> SloganParts => (Slogan ?? "").Split('|', '｜').Where(part => part.Length > 0).ToList();

    /// <summary>塩尻CxO Lab｜関わるほど、ふるさとになる。</summary>
    [JsonIgnore]
    public string TitleWithSlogan => SloganParts.Count == 0 ? Title : $"{Title}｜{string.Concat(SloganParts)}";

    [JsonIgnore]
    public IReadOnlyList<Partner> PartnerList =>
        [.. (Partners ?? "").ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Partner.Of)];

    /// <summary>長野県塩尻市、NPO法人MEGURU、一般社団法人ONE X</summary>
    [JsonIgnore]
    public string Runners => string.Join('、', new[] { Host }.OfType<string>().Concat(PartnerList.Select(p => p.Name)));

    [JsonIgnore]
    public Palette Palette => new(
        Colour.Parse(MainColour) ?? Settings.Palette.BuiltIn.Main, Colour.Parse(LinkColour) ?? Settings.Palette.BuiltIn.Link);
}

/// <summary>Who runs the programme with the host (協働運営).</summary>
/// <param name="Url">Null when none was given.</param>
public sealed record Partner(string Name, string? Url)
{
    internal static Partner Of(string line)
    {
        var at = line.LastIndexOf(' ');
        return at > 0 && line[(at + 1)..].StartsWith("https://", StringComparison.Ordinal) && Uri.IsWellFormedUriString(line[(at + 1)..], UriKind.Absolute)
            ? new(line[..at].TrimEnd(), line[(at + 1)..])
            : new(line, null);
    }
}
