namespace Shiojiri.CxoLab.Web.Features.Admin.Pictures;

internal static class PicturesSetup
{
    public static void AddAdminPictures(this IServiceCollection services)
    {
        services.AddScoped<PictureQuery>();
        services.AddScoped<PictureService>();
    }
}
