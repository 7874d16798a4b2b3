using Microsoft.AspNetCore.Mvc;
using Shiojiri.CxoLab.Web.Features.Shared;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Features.Admin;

/// <summary>
/// What the pages of the way into the staff area have in common (signing in, a mailed link, the second factor): they are no
/// <see cref="AdminController"/>, since whoever comes is not signed in yet, or not wholly; a test holds the short list of them. A base
/// class, so that none of them can forget to keep itself out of caches.
/// </summary>
[Area("Admin")]
[WithoutRecruitmentStatus]
[FormLimits(MaxFields = 1000)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal abstract class SignInAreaController : Controller
{
    /// <summary>A word for the top of the next page.</summary>
    protected void Saved(string words) => TempData["Saved"] = words;

    /// <summary>The page again with what is wrong.</summary>
    protected ViewResult Again(string view, object page, int status = StatusCodes.Status422UnprocessableEntity)
    {
        Response.StatusCode = status;
        return View(view, page);
    }
}
