using Shiojiri.CxoLab.Pictures;
using Shiojiri.CxoLab.Settings;

namespace Shiojiri.CxoLab.Web.Features.Shared.Content;

internal static class ContentSetup
{
    public static void AddContent(this WebApplicationBuilder builder) =>
        builder.Services.AddSingleton(services => new SiteMarkdown(() => services.GetRequiredService<ProgrammeValues>().Title, services.GetRequiredService<PictureCatalogue>()));
}
