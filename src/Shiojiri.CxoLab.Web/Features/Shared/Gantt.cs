using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Shiojiri.CxoLab.Briefings;
using Shiojiri.CxoLab.Cohorts;

namespace Shiojiri.CxoLab.Web.Features.Shared;

/// <summary>The calendar as a picture for wide screens: a row for recruitment and one for each part of the curriculum.</summary>
internal sealed class Gantt
{
    public const int Width = 1120;
    public const int RowHeight = 60;

    private const int Top = 42;
    private const int LabelWidth = 150;
    private const double Gap = 14;

    private readonly DateOnly _from;
    private readonly double _perDay;

    public Gantt(Cohort cohort, IReadOnlyList<Briefing> briefings)
    {
        briefings = [.. briefings.Where(b => !b.IsCancelled)];
        var first = briefings.Select(b => b.HeldOn).Append(cohort.TermStartsOn).Min();
        var until = cohort.TermEndsOn;
        _from = new DateOnly(first.Year, first.Month, 1);
        _perDay = (double)(Width - LabelWidth - 8) / (until.DayNumber - _from.DayNumber + 1);
        Months = MonthsUntil(until);
        Rows =
        [
            Recruitment(cohort, briefings),
            .. cohort.Sessions.Where(s => !s.IsCancelled).GroupBy(s => s.Part).OrderBy(p => p.Key).Select((part, i) => Part(i + 1, [.. part])),
        ];
        Summary = $"{_from.Year}年{_from.Month}月から{until.Year}年{until.Month}月までの予定の図。同じ内容の一覧がスケジュールのページにあります。";
    }

    public IReadOnlyList<GanttMonth> Months { get; }

    public IReadOnlyList<GanttRow> Rows { get; }

    public string Summary { get; }

    public int Height => Top + Rows.Count * RowHeight;

    /// <summary>Words in the picture. Razor keeps the tag name text for itself.</summary>
    public static IHtmlContent Words(string? style, double x, double y, string words, string anchor = "start")
    {
        var text = new TagBuilder("text");
        text.AddCssClass(style ?? "");
        text.Attributes["x"] = N(x);
        text.Attributes["y"] = N(y);
        text.Attributes["text-anchor"] = anchor;
        text.InnerHtml.Append(words);
        return text;
    }

    /// <summary>A number as SVG wants it, with a point whatever the culture.</summary>
    public static string N(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    private double X(DateOnly day) => LabelWidth + (day.DayNumber - _from.DayNumber) * _perDay;

    private static double Y(int row) => Top + row * RowHeight + RowHeight / 2.0;

    private GanttRow Recruitment(Cohort cohort, IReadOnlyList<Briefing> briefings)
    {
        var deadline = new GanttMark(X(cohort.ClosesOn), GanttShape.Deadline, [$"{Short(cohort.ClosesOn)} 応募締切"], X(cohort.ClosesOn) + 12, "start");
        var held = briefings.Select(b => b.HeldOn).Order().ToList();
        var marks = held.Select(day => new GanttMark(X(day), GanttShape.Online, [], X(day) + Gap, "start")).ToList();
        if (held.Count > 0)
        {
            // Briefings stand close together: the last one carries the words for all.
            var days = string.Join('・', held.Select(day => $"{day.Month}/{day.Day}"));
            var room = X(cohort.ClosesOn) - marks[^1].X - 2 * Gap;
            marks[^1] = marks[^1] with { Lines = Wide(days) <= room ? ["説明会", days] : Wide("説明会") <= room ? ["説明会"] : [] };
        }

        return new GanttRow("募集", Y(0), [], [.. marks, deadline]);
    }

    private GanttRow Part(int row, IReadOnlyList<CurriculumSession> sessions)
    {
        var bars = sessions.Where(s => s.Kind != SessionKind.Session)
            .Select(s => new GanttBar(
                X(s.StartsOn), X(s.EndsOn.AddDays(1)) - X(s.StartsOn), s.Kind == SessionKind.Recurring,
                s.Kind == SessionKind.Recurring ? "月に1〜2回、オンライン" : $"{Short(s.StartsOn)}〜{Short(s.EndsOn)}"))
            .ToList();
        return new GanttRow(GanttRowName.Of(sessions[0].Part, sessions[0].PartTitle), Y(row), bars, Marks([.. sessions.Where(s => s.Kind == SessionKind.Session)]));
    }

    // Neighbours stand close in time: a label goes where there is room for it, else only its date stays.
    private List<GanttMark> Marks(IReadOnlyList<CurriculumSession> sessions)
    {
        var marks = new List<GanttMark>();
        for (var i = 0; i < sessions.Count; i++)
        {
            var session = sessions[i];
            var x = X(session.StartsOn);
            var room = (i + 1 < sessions.Count ? X(sessions[i + 1].StartsOn) : Width) - x - 2 * Gap;
            var days = Short(session.StartsOn) + (session.EndsOn == session.StartsOn ? "" : $"・{Short(session.EndsOn)}");
            var title = session.Title == session.PartTitle ? "" : session.Title;
            var shape = session.Place == Place.Online ? GanttShape.Online : GanttShape.OnSite;
            marks.Add(Wide($"{days} {title}") <= room ? new GanttMark(x, shape, [$"{days} {title}".Trim()], x + Gap, "start")
                : i == 0 ? new GanttMark(x, shape, LeftOf(x, days, title), x - Gap, "end")
                : new GanttMark(x, shape, Wide(days) <= room ? [days] : [], x + Gap, "start"));
        }

        return marks;
    }

    // Left of its dot a label that would cross a month's line goes on two lines.
    private IReadOnlyList<string> LeftOf(double x, string days, string title)
    {
        var whole = $"{days} {title}".Trim();
        var starts = x - Gap - Wide(whole);
        return Months.Any(month => starts < month.X && month.X < x) ? [.. new[] { days, title }.Where(line => line.Length > 0)] : [whole];
    }

    private static double Wide(string text) => text.Sum(c => c < 0x100 ? 8.5 : 15.5);

    private List<GanttMonth> MonthsUntil(DateOnly until)
    {
        var months = new List<GanttMonth>();
        for (var month = _from; month <= until; month = month.AddMonths(1))
        {
            months.Add(new GanttMonth(X(month), $"{month.Month}月", month == _from || month.Month == 1 ? $"{month.Year}年" : null));
        }

        return months;
    }

    private static string Short(DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{day.Month}/{day.Day}({JapanTime.Weekday(day)})");
}

internal enum GanttShape
{
    Online,
    OnSite,
    Deadline,
}

internal sealed record GanttMonth(double X, string Label, string? Year);

internal sealed record GanttRow(string Label, double Y, IReadOnlyList<GanttBar> Bars, IReadOnlyList<GanttMark> Marks);

internal sealed record GanttBar(double X, double Width, bool IsRecurring, string Label);

/// <summary>One day in the picture, with what stands beside it on no line, one or two.</summary>
internal sealed record GanttMark(double X, GanttShape Shape, IReadOnlyList<string> Lines, double LabelX, string Anchor)
{
    /// <summary>How far below the middle of its row a line of its words stands.</summary>
    public double Drop(int line) => Lines.Count == 1 ? 5 : -5 + 21 * line;
}
