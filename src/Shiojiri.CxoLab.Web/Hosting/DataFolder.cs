namespace Shiojiri.CxoLab.Web.Hosting;

/// <summary>Where the site keeps files of its own when nothing else is configured: App_Data beside the site, or Data:Folder.</summary>
internal static class DataFolder
{
    public static string File(WebApplicationBuilder builder, string name) => Path.Combine(Folder(builder), name);

    private static string Folder(WebApplicationBuilder builder)
    {
        var folder = Path.Combine(builder.Environment.ContentRootPath, builder.Configuration["Data:Folder"] ?? "App_Data");
        Directory.CreateDirectory(folder);
        return folder;
    }
}
