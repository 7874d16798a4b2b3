using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Shared;

namespace Shiojiri.CxoLab.Web.Features.Errors;

/// <summary>Shows what went wrong. Reached by re-execution with any method, so there is no token to ask for and nothing to change.</summary>
[WithoutRecruitmentStatus]
[IgnoreAntiforgeryToken]
internal sealed class ErrorsController(CurrentSettings settings) : Controller
{
    [Route("/error/{code:int}")]
    [ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
    public IActionResult Show()
    {
        var original = HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? HttpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path;
        if (original is null)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
        }

        var isDesk = new PathString(original).StartsWithSegments("/admin", StringComparison.OrdinalIgnoreCase);
        return View(ErrorPage.For(Response.StatusCode, HttpContext.TraceIdentifier, HttpMethods.IsPost(Request.Method), settings.OfficeOf(null).ContactEmail, isDesk));
    }
}
