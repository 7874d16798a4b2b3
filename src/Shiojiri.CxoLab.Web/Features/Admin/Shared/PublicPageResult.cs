using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Infrastructure;

namespace Shiojiri.CxoLab.Web.Features.Admin.Shared;

/// <summary>Answers with a page of the public site, made within this request: so it sees the draft, and who is no staff gets neither.</summary>
internal sealed class PublicPageResult(string template, string path, RouteValueDictionary values) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var http = context.HttpContext;
        var action = http.RequestServices.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items
            .OfType<ControllerActionDescriptor>().First(a => a.AttributeRouteInfo?.Template == template);
        var route = new RouteData(new RouteValueDictionary(values) { ["controller"] = action.ControllerName, ["action"] = action.ActionName });
        var asked = http.Request.Path;
        http.Request.Path = path;
        try
        {
            await http.RequestServices.GetRequiredService<IActionInvokerFactory>().CreateInvoker(new ActionContext(http, route, action))!.InvokeAsync();
        }
        finally
        {
            http.Request.Path = asked;
        }
    }
}
