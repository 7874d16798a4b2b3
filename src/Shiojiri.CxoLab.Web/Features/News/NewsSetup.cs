namespace Shiojiri.CxoLab.Web.Features.News;

internal static class NewsSetup
{
    public static void AddNews(this WebApplicationBuilder builder) => builder.Services.AddScoped<NewsFeed>();
}
