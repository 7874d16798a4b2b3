using Microsoft.AspNetCore.Html;

namespace Shiojiri.CxoLab.Web.Features.Shared;

/// <summary>The site's line drawings beside words; never the only carrier of meaning.</summary>
internal static class Icon
{
    public static readonly IHtmlContent Arrow = Draw("M5 12h14M13 6l6 6-6 6");
    public static readonly IHtmlContent Bars = Draw("M4 7h16M4 12h16M4 17h16");
    public static readonly IHtmlContent Online = Draw("M4 5.5h16v11H4zM2.5 19.5h19");
    public static readonly IHtmlContent OnSite = Draw("M12 21c4.5-4.6 6.5-8 6.5-11a6.5 6.5 0 0 0-13 0c0 3 2 6.4 6.5 11zM12 12.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4z");
    public static readonly IHtmlContent Elsewhere = Draw("M14 4h6v6M20 4l-9 9M18 14v4.5a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 4 18.5v-11A1.5 1.5 0 0 1 5.5 6H10");
    public static readonly IHtmlContent Calendar = Draw("M20 12V6.5A1.5 1.5 0 0 0 18.5 5h-13A1.5 1.5 0 0 0 4 6.5v12A1.5 1.5 0 0 0 5.5 20H13M4 10h16M8 3v4M16 3v4M18 15v6M15 18h6");
    public static readonly IHtmlContent Warning = Draw("M12 3.5L22 20H2zM12 10v4.5M12 17v.5");
    public static readonly IHtmlContent Info = Draw("M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v5.5M12 7.5V8");
    public static readonly IHtmlContent Done = Draw("M12 22a10 10 0 1 0 0-20 10 10 0 0 0 0 20zM7.5 12.5l3 3 6-6.5");
    public static readonly IHtmlContent Back = Draw("M19 12H5M11 6l-6 6 6 6");
    public static readonly IHtmlContent Check = Draw("M5 12.5l4.5 4.5L19 7.5");
    public static readonly IHtmlContent Clock = Draw("M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5.5l3.5 2");
    public static readonly IHtmlContent Cross = Draw("M6 6l12 12M18 6L6 18");
    public static readonly IHtmlContent Dot = Draw("M12 17a5 5 0 1 0 0-10 5 5 0 0 0 0 10zM12 14a2 2 0 1 0 0-4 2 2 0 0 0 0 4z");
    public static readonly IHtmlContent Download = Draw("M12 4v11M7 11l5 5 5-5M4 20h16");
    public static readonly IHtmlContent Down = Draw("M12 5v14M6 13l6 6 6-6");
    public static readonly IHtmlContent Lock = Draw("M6.5 11h11v9h-11zM8.5 11V8a3.5 3.5 0 0 1 7 0v3");
    public static readonly IHtmlContent Mail = Draw("M3.5 5.5h17v13h-17zM3.5 7l8.5 6 8.5-6");
    public static readonly IHtmlContent Minus = Draw("M6 12h12");
    public static readonly IHtmlContent Pause = Draw("M9 6v12M15 6v12");
    public static readonly IHtmlContent Ring = Draw("M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16z");
    public static readonly IHtmlContent Search = Draw("M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5L21 21");
    public static readonly IHtmlContent Stop = Draw("M7 7h10v10H7z");
    public static readonly IHtmlContent Triangle = Draw("M12 5l8 14H4z");
    public static readonly IHtmlContent Turn = Draw("M6 4v9a4 4 0 0 0 4 4h9M15 13l4 4-4 4");
    public static readonly IHtmlContent Up = Draw("M12 19V5M6 11l6-6 6 6");

    private static HtmlString Draw(string path) =>
        new($"<svg class=\"ico\" viewBox=\"0 0 24 24\" aria-hidden=\"true\"><path d=\"{path}\"/></svg>");
}
