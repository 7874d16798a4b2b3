using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using Shiojiri.CxoLab.Web.Features.Shared.Content;

namespace Shiojiri.CxoLab.Web.Features;

/// <summary>
/// Makes what the first page would have to wait for and what no database holds, on a core that a start leaves idle. It changes nothing:
/// where it fails, the first visitor waits a little longer.
/// </summary>
internal static class PageWarmUp
{
    public static void Run(IServiceProvider services, IEnumerable<EndpointDataSource> pages)
    {
        foreach (var source in pages)
        {
            _ = source.Endpoints;
        }

        services.GetRequiredService<IServer>();
        services.GetRequiredService<ICompositeViewEngine>().GetView(null, "/Features/Home/Index.cshtml", isMainPage: true);

        // Both walls of the texts: the parser of Markdown, and the sanitizer with its parsers of HTML and of styles.
        services.GetRequiredService<SiteMarkdown>().Render("**a** [b](/)");
    }
}
