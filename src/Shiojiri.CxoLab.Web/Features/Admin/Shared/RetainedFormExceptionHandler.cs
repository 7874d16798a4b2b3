using Microsoft.AspNetCore.Diagnostics;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Shared;

/// <summary>
/// A form of the staff area that the database could not take is answered with what was typed and a button that sends it again: 503 when
/// that is worth a try in a moment, 500 when somebody has to mend something first.
/// </summary>
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

        var errorPath = httpContext.Request.Path;
        httpContext.Request.Path = path;
        httpContext.User = StaffSessions.Unconfirmed(httpContext) ?? httpContext.User;
        try
        {
            await AnswerAsync(httpContext, DatabaseTrouble.Passes(exception));
            return true;
        }
        catch (Exception away) when (DatabaseTrouble.Is(away) && !httpContext.Response.HasStarted)
        {
            // Not even the key of a new token could be read: the plain page it is.
            httpContext.Request.Path = errorPath;
            return false;
        }
    }

    private static Task AnswerAsync(HttpContext context, bool passes)
    {
        if (passes)
        {
            context.Response.Headers.RetryAfter = Seconds;
        }

        return RetainedForm.AnswerAsync(context, passes ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError);
    }
}
