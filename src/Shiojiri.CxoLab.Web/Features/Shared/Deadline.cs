using Microsoft.AspNetCore.Html;

namespace Shiojiri.CxoLab.Web.Features.Shared;

/// <summary>How every public page names the deadline (応募締切): the whole day counts, so it ends at 23:59 in Japan.</summary>
internal static class Deadline
{
    /// <summary>What stands behind the day.</summary>
    public const string Hour = "23:59まで（日本時間）";

    /// <summary>7月30日(土) 23:59まで（日本時間）</summary>
    public static string Of(DateOnly day) => $"{JapanTime.MonthDay(day)} {Hour}";

    /// <summary>2022年7月30日(土) 23:59まで（日本時間）</summary>
    public static string WithYear(DateOnly day) => $"{JapanTime.FullDate(day)} {Hour}";

    /// <summary>The same for a page: the day never breaks, and a machine can read it.</summary>
    public static IHtmlContent Html(DateOnly day, bool withYear = false) => new HtmlString(
        $"<time datetime=\"{day:yyyy-MM-dd}T23:59+09:00\">{(withYear ? JapanTime.FullDate(day) : JapanTime.MonthDay(day))} 23:59まで</time>"
        + "<span class=\"nb\">（日本時間）</span>");
}
