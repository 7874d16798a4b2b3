using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Shiojiri.CxoLab.Web.Features.Admin.Shared;

/// <summary>The answer to a change of one's own account that another one overtook: a double click, or an administrator.</summary>
internal static class ConcurrentChange
{
    public static ViewResult Page() => new()
    {
        ViewName = "~/Features/Admin/Shared/ConcurrentChange.cshtml",
        StatusCode = StatusCodes.Status409Conflict,
        ViewData = new ViewDataDictionary(new EmptyModelMetadataProvider(), new ModelStateDictionary()),
    };
}
