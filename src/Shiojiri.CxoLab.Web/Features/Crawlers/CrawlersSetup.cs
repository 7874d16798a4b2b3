namespace Shiojiri.CxoLab.Web.Features.Crawlers;

internal static class CrawlersSetup
{
    public static void AddCrawlers(this WebApplicationBuilder builder) => builder.Services.AddScoped<SitemapQuery>();
}
