using System.Globalization;
using Shiojiri.CxoLab.Text;

namespace Shiojiri.CxoLab.Web.Features.Admin.Shared;

/// <summary>A day as staff type it: 2022-06-17, 2022/6/17, ２０２２－６－１７.</summary>
internal static class TypedDay
{
    public static DateOnly? Parse(string? typed) => DateOnly.TryParseExact(
        Folding.HalfWidth(Folding.Line(typed)).Replace('/', '-'), ["yyyy-MM-dd", "yyyy-M-d"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
