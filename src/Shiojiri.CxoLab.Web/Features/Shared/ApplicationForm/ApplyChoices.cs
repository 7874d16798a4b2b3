using Shiojiri.CxoLab.Applications;

namespace Shiojiri.CxoLab.Web.Features.Shared.ApplicationForm;

/// <summary>The choices of the form by the value that is posted, in the order shown.</summary>
internal static class ApplyChoices
{
    public const string Agreed = "yes";

    public static readonly Dictionary<string, (AttendanceAnswer Answer, string Label)> Attendance = new(StringComparer.Ordinal)
    {
        ["yes"] = Of(AttendanceAnswer.Yes),
        ["undecided"] = Of(AttendanceAnswer.Undecided),
        ["no"] = Of(AttendanceAnswer.No),
    };

    public static readonly Dictionary<string, (HeardFrom Answer, string Label)> HeardFrom = new(StringComparer.Ordinal)
    {
        ["briefing"] = Of(CxoLab.Applications.HeardFrom.Briefing),
        ["social-media"] = Of(CxoLab.Applications.HeardFrom.SocialMedia),
        ["acquaintance"] = Of(CxoLab.Applications.HeardFrom.Acquaintance),
        ["search"] = Of(CxoLab.Applications.HeardFrom.Search),
        ["article"] = Of(CxoLab.Applications.HeardFrom.Article),
        ["organiser"] = Of(CxoLab.Applications.HeardFrom.Organiser),
        ["other"] = Of(CxoLab.Applications.HeardFrom.Other),
    };

    private static (AttendanceAnswer Answer, string Label) Of(AttendanceAnswer answer) => (answer, answer.Label());

    private static (HeardFrom Answer, string Label) Of(HeardFrom answer) => (answer, answer.Label());
}
