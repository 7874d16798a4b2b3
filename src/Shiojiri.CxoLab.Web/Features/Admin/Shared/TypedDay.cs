using System.Globalization;
using Shiojiri.CxoLab.Text;

namespace Shiojiri.CxoLab.Web.Features.Admin.Shared;

/// <summary>A day as staff type it or as it stands in an address: 2022-06-17, 2022/6/17, ２０２２－６－１７.</summary>
internal static class TypedDay
{
    // Days at the ends of the calendar can't be moved to another zone.
    private static readonly DateOnly Earliest = new(1900, 1, 1);
    private static readonly DateOnly Latest = new(2199, 12, 31);

    /// <summary>Null when it is no day, or none of three centuries.</summary>
    public static DateOnly? Parse(string? typed) => DateOnly.TryParseExact(
        Folding.HalfWidth(Folding.Line(typed)).Replace('/', '-'), ["yyyy-MM-dd", "yyyy-M-d"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day >= Earliest && day <= Latest ? day : null;
}
