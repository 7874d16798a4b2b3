namespace Shiojiri.CxoLab.Web.Features.Shared.Content;

internal static class ContentSetup
{
    public static void AddContent(this WebApplicationBuilder builder) => builder.Services.AddSingleton<SiteMarkdown>();
}
