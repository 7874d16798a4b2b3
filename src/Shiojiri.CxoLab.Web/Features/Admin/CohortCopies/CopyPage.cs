using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Features.Shared;

namespace Shiojiri.CxoLab.Web.Features.Admin.CohortCopies;

/// <summary>The next cohort before it is made: each old day beside its new one.</summary>
/// <param name="IsTaken">Somebody made the next cohort meanwhile; nothing was stored.</param>
internal sealed record CopyPage(
    CohortHead Head, CopySource Source, CopyForm Form, IReadOnlyList<FieldError> Errors, bool IsTaken = false)
{
    public IReadOnlyList<CopyRow> Rows => [.. Source.Days.Select(Row)];

    private CopyRow Row(CopiedDay day)
    {
        var field = CopyFormValidator.Field(day.Key);
        return new CopyRow(day, new DayField(field, $"{day.Label}の新しい日にち", true, null, Errors.Of(field), Form.Days.GetValueOrDefault(day.Key), day.On) { HasCalendar = false }, Hint(day));
    }

    // What may be right and may be an oversight; it never stops the saving.
    private string? Hint(CopiedDay day)
    {
        if (Form.Day(day.Key) is not { } to)
        {
            return null;
        }

        var (starts, ends, closes) = (Form.Day(CohortCopy.TermStarts), Form.Day(CohortCopy.TermEnds), Form.Day(CohortCopy.Closes));
        return to.DayOfWeek != day.On.DayOfWeek ? $"曜日が変わります（{JapanTime.Weekday(day.On)}曜日から{JapanTime.Weekday(to)}曜日）"
            : day.Key == CohortCopy.Closes && to > starts ? $"締切が、期間のはじまり（{JapanTime.MonthDay(starts!.Value)}）より後です"
            : IsOfTerm(day.Key) && (to < starts || to > ends) ? "期間の外の日です"
            : IsOfTerm(day.Key) && to == closes ? "応募の締切と同じ日です"
            : null;
    }

    private static bool IsOfTerm(string key) => key.StartsWith("session-", StringComparison.Ordinal);
}

/// <summary>One day: the old one, the field of the new one, and what to look at.</summary>
internal sealed record CopyRow(CopiedDay Day, DayField Field, string? Hint)
{
    public bool HasSameWeekday => Field.Day is { } to && to.DayOfWeek == Day.On.DayOfWeek;
}
