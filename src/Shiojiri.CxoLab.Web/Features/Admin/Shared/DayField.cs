using System.Globalization;
using Shiojiri.CxoLab.Text;
using Shiojiri.CxoLab.Web.Features.Shared;

namespace Shiojiri.CxoLab.Web.Features.Admin.Shared;

/// <summary>A field for a day, typed as people write it or, with script, picked from a calendar; its day of the week stands beside it.</summary>
internal sealed record DayField(string Name, string Label, bool Required, string? Hint, string? Error, string? Value, DateOnly Today)
    : Field(Name, Label, Required, Hint, Error)
{
    /// <summary>False where there is no room for the button of the calendar.</summary>
    public bool HasCalendar { get; init; } = true;

    public DateOnly? Day => TypedDay.Parse(Value, Today);

    /// <summary>As the field of a form that was just opened shows a day: 2022-07-20.</summary>
    public static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
