namespace Shiojiri.CxoLab.Web.Features.Admin.Publications;

internal static class PublicationsSetup
{
    public static void AddPublications(this IServiceCollection services) => services.AddScoped<PublicationService>();
}
