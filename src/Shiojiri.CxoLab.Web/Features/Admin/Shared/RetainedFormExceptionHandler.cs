using Microsoft.AspNetCore.Diagnostics;
using Shiojiri.CxoLab.Web.Data;

namespace Shiojiri.CxoLab.Web.Features.Admin.Shared;

/// <summary>While the database takes nothing, a form of the staff area is answered with what was typed and a button that sends it again.</summary>
internal sealed class RetainedFormExceptionHandler : IExceptionHandler
{
    private const string Seconds = "10";

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        // The request's own path is the error page's by now.
        PathString path = httpContext.Features.Get<IExceptionHandlerFeature>()?.Path;
        if (!DatabaseTrouble.Is(exception) || !HttpMethods.IsPost(httpContext.Request.Method)
            || !path.StartsWithSegments("/admin", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        httpContext.Request.Path = path;
        httpContext.Response.Headers.RetryAfter = Seconds;
        await RetainedForm.AnswerAsync(httpContext, StatusCodes.Status503ServiceUnavailable);
        return true;
    }
}
