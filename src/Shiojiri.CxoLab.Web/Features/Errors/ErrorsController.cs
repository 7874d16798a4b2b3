using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Web.Features.Shared;

namespace Shiojiri.CxoLab.Web.Features.Errors;

/// <summary>Shows what went wrong. Reached by re-execution with any method, so there is no token to ask for and nothing to change.</summary>
[WithoutRecruitmentStatus]
[IgnoreAntiforgeryToken]
internal sealed class ErrorsController(OfficeDetails office) : Controller
{
    [Route("/error/{code:int}")]
    [ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
    public IActionResult Show()
    {
        var reached = HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null
            || HttpContext.Features.Get<IExceptionHandlerFeature>() is not null;
        if (!reached)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
        }

        return View(ErrorPage.For(Response.StatusCode, HttpContext.TraceIdentifier, HttpMethods.IsPost(Request.Method), office.ContactEmail));
    }
}
