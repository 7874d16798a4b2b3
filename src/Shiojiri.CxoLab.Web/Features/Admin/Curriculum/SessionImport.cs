using System.Security.Cryptography;
using System.Text;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Spreadsheets;

namespace Shiojiri.CxoLab.Web.Features.Admin.Curriculum;

/// <summary>One row of dates, and the date that it makes or changes.</summary>
/// <param name="Session">Null: a new one, or none for a faulty row.</param>
/// <param name="Form">As checked.</param>
internal sealed record ImportedSession(ImportRow Row, CurriculumSession? Session, SessionForm Form);

/// <summary>Compares a table of dates with those of a cohort. A date is known by its part and its name.</summary>
internal static class SessionImport
{
    private const string Name = "名前";
    private const string StartsOn = "はじまりの日";
    private const string Part = "段階";

    private static readonly (string Column, Func<SessionForm, string?> Of, Func<SessionForm, string?, SessionForm> Put)[] Columns =
    [
        (Name, f => f.Title, (f, v) => f with { Title = v }),
        (StartsOn, f => f.StartsOn, (f, v) => f with { StartsOn = v }),
        ("おわりの日", f => f.EndsOn, (f, v) => f with { EndsOn = v }),
        ("はじまりの時刻", f => f.StartsAt, (f, v) => f with { StartsAt = v }),
        ("おわりの時刻", f => f.EndsAt, (f, v) => f with { EndsAt = v }),
        (Part, f => f.Part, (f, v) => f with { Part = v }),
        ("段階の名前", f => f.PartTitle, (f, v) => f with { PartTitle = v }),
        ("開き方", f => f.KindTyped?.Label(), (f, v) => f with { Kind = KindOf(v) }),
        ("場所", f => f.PlaceTyped?.Label(), (f, v) => f with { Place = PlaceOf(v) }),
        ("会場", f => f.Venue, (f, v) => f with { Venue = v }),
        ("集合場所", f => f.MeetingPlace, (f, v) => f with { MeetingPlace = v }),
        ("参加用のアドレス", f => f.MeetingUrl, (f, v) => f with { MeetingUrl = v }),
        ("原則参加", f => f.Required == "yes" ? "はい" : null, (f, v) => f with { Required = v is "はい" or "○" or "1" or "yes" ? "yes" : null }),
        ("ひとこと", f => f.Note, (f, v) => f with { Note = v }),
    ];

    public static ImportKind KindOf(CohortHead head) => new(
        $"{head.Cohort.Name}の日程をCSVから入れる", $"{head.Address}/sessions", "日程へ戻る", $"{head.Address}/sessions/import", [.. Columns.Select(c => c.Column)],
        [Name, StartsOn], $"{head.Address}/sessions/import/current.csv", CanPublish: false);

    /// <summary>The cells of a date, in the order of the columns.</summary>
    public static IReadOnlyList<object?> Cells(CurriculumSession session) => [.. Columns.Select(c => c.Of(SessionForm.Of(session)))];

    public static IReadOnlyList<ImportedSession> Compare(CsvSheet sheet, CohortHead head)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. sheet.Rows.Select(row => Compared(row, head, seen))];
    }

    // The same row makes the same date: of two who press at one moment one is told.
    private static string SlugOf(Cohort cohort, CsvRow row, string? title) =>
        $"session-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{cohort.Ordinal} {row.Line} {title}")))[..8]}";

    private static ImportedSession Compared(CsvRow row, CohortHead head, Dictionary<string, int> seen)
    {
        var today = JapanTime.DayOf(head.NowUtc);
        var typed = Filled(new SessionForm(), row);
        var title = SessionForm.Line(typed.Title);
        var named = head.Cohort.Sessions.Where(s => s.Title == title && (typed.PartTyped is null || s.Part == typed.PartTyped)).ToList();
        var found = named.Count == 1 ? named[0] : null;
        var form = Filled(found is null ? SessionForm.New(head.Cohort) with { Slug = SlugOf(head.Cohort, row, title) } : SessionForm.Of(found), row);
        var identity = found?.Slug ?? $"{form.Part} {title}";
        List<string> faults =
        [
            .. new SessionFormValidator(SessionParts.All, today).Validate(form).Errors.Select(e => e.ErrorMessage),
            .. named.Count > 1 ? new[] { "同じ名前の日程がいくつかあります。段階の列で分けてください" } : [],
            .. found is { IsCancelled: true } ? new[] { "中止になっている日程です。日程のページで中止をやめてから入れてください" } : [],
            .. seen.TryGetValue(identity, out var line) ? new[] { $"{line}行目と同じ日程です" } : [],
        ];
        seen.TryAdd(identity, row.Line);
        if (faults.Count > 0)
        {
            return new(new(row.Line, title ?? "（名前なし）", ImportVerdict.Faulty, faults), null, form);
        }

        var days = form.ToDays(today);
        if (found is null)
        {
            return new(new(row.Line, title!, ImportVerdict.New, [When(days)]), null, form);
        }

        List<string> changes = [.. SessionTexts.Changes(found.ToContents(), form.ToContents()).Select(c => $"{c.Label}：{c.Before ?? "なし"} → {c.After ?? "なし"}")];
        if (days != found.ToDays())
        {
            changes.Add($"日時：{When(found.ToDays())} → {When(days)}");
            changes.AddRange(SessionTexts.EffectsOfMoving(head, found, days));
        }

        return new(new(row.Line, title!, changes.Count == 0 ? ImportVerdict.Known : ImportVerdict.Changed, changes), found, form);
    }

    // A slip in the year of a table is else seen by nobody.
    private static string When(SessionDays days) => $"{days.StartsOn.Year}年{days.When}";

    private static SessionForm Filled(SessionForm form, CsvRow row) =>
        Columns.Where(c => row.Cells.ContainsKey(c.Column)).Aggregate(form, (filled, column) => column.Put(filled, SessionForm.Line(row.Cells[column.Column])));

    private static string? KindOf(string? label) => Enum.GetValues<SessionKind>().Where(k => k.Label() == label).Select(k => k.ToString()).FirstOrDefault() ?? label ?? nameof(SessionKind.Session);

    private static string? PlaceOf(string? label) => Enum.GetValues<Place>().Where(p => p.Label() == label).Select(p => p.ToString()).FirstOrDefault() ?? label;
}
