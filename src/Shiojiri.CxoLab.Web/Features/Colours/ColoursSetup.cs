using Shiojiri.CxoLab.Settings;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Features.Colours;

/// <summary>The colours that staff chose, as a style sheet of its own: the content security policy lets no style stand in a page. Costs no statement.</summary>
internal static class ColoursSetup
{
    private const string Forever = "public, max-age=31536000, immutable";

    public static void MapTheme(this WebApplication app) => app
        .MapMethods("/theme.css", [HttpMethods.Get, HttpMethods.Head], (HttpContext context, ProgrammeValues programme, string? v) =>
        {
            // Another node may not know the newest colours yet: what it says then is not kept.
            var sheet = programme.Palette.Sheet;
            context.Response.Headers.CacheControl = sheet is not null && sheet.Version == v ? Forever : "no-cache";
            return Results.Text(sheet?.Css ?? "", "text/css; charset=utf-8");
        })
        .WithMetadata(new PublicFile());
}
