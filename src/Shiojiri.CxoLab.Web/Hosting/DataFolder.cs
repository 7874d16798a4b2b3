namespace Shiojiri.CxoLab.Web.Hosting;

/// <summary>Where the site keeps files of its own when nothing else is configured: App_Data beside the site, or Data:Folder.</summary>
internal static class DataFolder
{
    public static string File(WebApplicationBuilder builder, string name)
    {
        var folder = Of(builder.Environment, builder.Configuration);
        Directory.CreateDirectory(folder);
        return Path.Combine(folder, name);
    }

    public static string Of(IHostEnvironment environment, IConfiguration configuration) =>
        Path.Combine(environment.ContentRootPath, configuration["Data:Folder"] ?? "App_Data");
}
