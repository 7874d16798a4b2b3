using Microsoft.Extensions.Options;
using Shiojiri.CxoLab.Web.Hosting;
using Shiojiri.CxoLab.Web.Jobs;

namespace Shiojiri.CxoLab.Web.Pictures;

internal static class PicturesSetup
{
    public static void AddPictures(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<DatabasePictureStore>();
        builder.Services.AddSingleton<FolderPictureStore>();
        builder.Services.AddScoped<IPictureStore>(services => services.GetRequiredService<IOptions<PictureSettings>>().Value.Folder is null
            ? services.GetRequiredService<DatabasePictureStore>()
            : services.GetRequiredService<FolderPictureStore>());
        builder.Services.AddJob<PictureJob>();
    }
}
