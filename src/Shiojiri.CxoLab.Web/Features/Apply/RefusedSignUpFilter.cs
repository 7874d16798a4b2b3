using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Filters;
using Shiojiri.CxoLab.Web.Hosting.Telemetry;

namespace Shiojiri.CxoLab.Web.Features.Apply;

/// <summary>Counts applications that were sent and not taken, by the status that was answered. Registered only where somebody takes the counts.</summary>
internal sealed class RefusedSignUpFilter(SiteMetrics metrics) : IAlwaysRunResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
        var status = context.HttpContext.Response.StatusCode;
        if (status >= StatusCodes.Status400BadRequest && context.ActionDescriptor is ControllerActionDescriptor { ActionName: nameof(ApplyController.Send) } action
            && action.ControllerTypeInfo == typeof(ApplyController))
        {
            metrics.Refused(status);
        }
    }
}
