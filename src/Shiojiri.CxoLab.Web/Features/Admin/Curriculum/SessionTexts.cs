using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;

namespace Shiojiri.CxoLab.Web.Features.Admin.Curriculum;

/// <summary>A date of the curriculum in words, field by field.</summary>
internal static class SessionTexts
{
    /// <summary>What differs between two; the online room is told of without its address, which is for members alone.</summary>
    public static IReadOnlyList<ChangedText> Changes(SessionContents before, SessionContents after) => [.. Texts(before).Zip(Texts(after))
        .Where(pair => pair.First.Text != pair.Second.Text)
        .Select(pair => new ChangedText(pair.First.Label, pair.First.Text, pair.Second.Text))
        .Concat(before.MeetingUrl == after.MeetingUrl ? [] : [new ChangedText("参加用のアドレス", Known(before), after.MeetingUrl is null ? null : "新しいアドレス")])];

    /// <summary>What follows from moving it, before it is done.</summary>
    public static IReadOnlyList<string> EffectsOfMoving(CohortHead head, CurriculumSession session, SessionDays to) =>
    [
        head.IsPublic
            ? "サイトの日程には「日程が変わりました」と、前の日時を添えて出ます。カレンダーのファイルも新しい日時になります。"
            : "まだ公開していないので、サイトには出ません。",
        .. to.StartsOn < head.Cohort.TermStartsOn || to.EndsOn > head.Cohort.TermEndsOn ? new[] { "期間の外の日です。このままでよいか、確かめてください。" } : [],
        .. to.StartsOn.DayOfWeek == session.StartsOn.DayOfWeek ? [] : new[] { $"曜日が変わります（{JapanTime.Weekday(session.StartsOn)}曜日から{JapanTime.Weekday(to.StartsOn)}曜日）。" },
        .. session.Place == Place.OnSite && head.Counts.Applications > 0
            ? new[] { $"申し込んだ{head.Counts.Applications}名は、前の日について参加できるかを答えています。必要な方には、メールで知らせてください。" } : [],
    ];

    private static (string Label, string? Text)[] Texts(SessionContents contents) =>
    [
        ("名前", contents.Title), ("段階", $"{contents.Part}. {contents.PartTitle}"), ("開き方", contents.Kind.Label()), ("場所", contents.Place.Label()),
        ("会場", contents.Venue), ("集合場所", contents.MeetingPlace), ("参加", contents.IsRequired ? "原則参加" : null), ("ひとこと", contents.Note),
    ];

    private static string? Known(SessionContents contents) => contents.MeetingUrl is null ? null : "前のアドレス";
}
