using Shiojiri.CxoLab.Applications;

namespace Shiojiri.CxoLab.Web.Features.Shared.ApplicationForm;

/// <summary>The choices of the form by the value that is posted, in the order shown.</summary>
internal static class ApplyChoices
{
    public const string Agreed = "yes";

    public static readonly Dictionary<string, (AttendanceAnswer Answer, string Label)> Attendance = new(StringComparer.Ordinal)
    {
        ["yes"] = (AttendanceAnswer.Yes, "参加できる"),
        ["undecided"] = (AttendanceAnswer.Undecided, "調整中"),
        ["no"] = (AttendanceAnswer.No, "参加が難しい"),
    };

    public static readonly Dictionary<string, (HeardFrom Answer, string Label)> HeardFrom = new(StringComparer.Ordinal)
    {
        ["briefing"] = (CxoLab.Applications.HeardFrom.Briefing, "募集説明イベント"),
        ["social-media"] = (CxoLab.Applications.HeardFrom.SocialMedia, "SNS"),
        ["acquaintance"] = (CxoLab.Applications.HeardFrom.Acquaintance, "知人の紹介"),
        ["search"] = (CxoLab.Applications.HeardFrom.Search, "検索"),
        ["article"] = (CxoLab.Applications.HeardFrom.Article, "新聞・ウェブの記事"),
        ["organiser"] = (CxoLab.Applications.HeardFrom.Organiser, "塩尻市や運営団体からの案内"),
        ["other"] = (CxoLab.Applications.HeardFrom.Other, "その他"),
    };
}
