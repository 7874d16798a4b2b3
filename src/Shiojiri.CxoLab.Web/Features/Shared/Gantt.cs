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
    private const int LabelWidth = 300;

    private readonly DateOnly _from;
    private readonly double _perDay;

    public Gantt(Cohort cohort, IReadOnlyList<Briefing> briefings)
    {
        var first = briefings.Select(b => b.HeldOn).Append(cohort.TermStartsOn).Min();
        var until = cohort.TermEndsOn;
        _from = new DateOnly(first.Year, first.Month, 1);
        _perDay = (double)(Width - LabelWidth - 8) / (until.DayNumber - _from.DayNumber + 1);
        Months = MonthsUntil(until);
        Rows =
        [
            Recruitment(cohort, briefings),
            .. cohort.Sessions.GroupBy(s => s.Part).OrderBy(p => p.Key).Select((part, i) => Part(i + 1, [.. part])),
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
        var deadline = new GanttMark(X(cohort.ClosesOn), GanttShape.Deadline, $"{Short(cohort.ClosesOn)} 応募締切", X(cohort.ClosesOn) + 12, "start");
        return new GanttRow(
            "募集", Y(0), [],
            [.. Marks([.. briefings.OrderBy(b => b.HeldOn).Select(b => (b.HeldOn, Place.Online, Short(b.HeldOn), "説明会"))], X(cohort.ClosesOn)), deadline]);
    }

    private GanttRow Part(int row, IReadOnlyList<CurriculumSession> sessions)
    {
        var bars = sessions.Where(s => s.Kind != SessionKind.Session)
            .Select(s => new GanttBar(
                X(s.StartsOn), X(s.EndsOn.AddDays(1)) - X(s.StartsOn), s.Kind == SessionKind.Recurring,
                s.Kind == SessionKind.Recurring ? "月に1〜2回、オンライン" : $"{Short(s.StartsOn)}〜{Short(s.EndsOn)}"))
            .ToList();
        var marks = Marks([.. sessions.Where(s => s.Kind == SessionKind.Session).Select(s => (s.StartsOn, s.Place, Short(s.StartsOn) + (s.EndsOn == s.StartsOn ? "" : $"・{Short(s.EndsOn)}"), s.Title == s.PartTitle ? "" : s.Title))], Width);
        return new GanttRow(sessions[0].PartTitle, Y(row), bars, marks);
    }

    // Neighbours stand close in time: a label goes where there is room for it, else only its date stays.
    private List<GanttMark> Marks(IReadOnlyList<(DateOnly On, Place Place, string Days, string Title)> items, double end)
    {
        const double Gap = 14;
        var marks = new List<GanttMark>();
        for (var i = 0; i < items.Count; i++)
        {
            var (on, place, days, title) = items[i];
            var x = X(on);
            var room = (i + 1 < items.Count ? X(items[i + 1].On) - Gap : end) - x - Gap;
            var full = $"{days} {title}".Trim();
            var (text, left) = Wide(full) <= room ? (full, false) : i == 0 ? (full, true) : (days, false);
            marks.Add(new GanttMark(
                x, place == Place.OnSite ? GanttShape.OnSite : GanttShape.Online, text, left ? x - Gap : x + Gap, left ? "end" : "start"));
        }

        return marks;
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

internal sealed record GanttMark(double X, GanttShape Shape, string Label, double LabelX, string Anchor);
