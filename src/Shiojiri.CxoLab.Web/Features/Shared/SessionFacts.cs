using Shiojiri.CxoLab.Cohorts;

namespace Shiojiri.CxoLab.Web.Features.Shared;

/// <summary>What visitors read of a date beside its day and title; nothing stands there for what is not known. Never the online room.</summary>
internal static class SessionFacts
{
    public static IReadOnlyList<string> Of(CurriculumSession session) =>
    [
        .. session.IsRequired && !session.IsCancelled ? new[] { "原則参加の日です。" } : [],
        .. session.Venue is { } venue ? new[] { $"会場：{venue}" } : [],
        .. session.MeetingPlace is { } place ? new[] { $"集合：{place}" } : [],
    ];

    /// <summary>日程が変わりました（前は8月24日(水) 21:00〜22:30）。; null when it was not moved.</summary>
    public static string? Moved(string? movedFrom, bool isCancelled) =>
        movedFrom is null || isCancelled ? null : $"日程が変わりました（前は{movedFrom}）。";
}
