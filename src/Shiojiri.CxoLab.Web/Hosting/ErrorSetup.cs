using Microsoft.AspNetCore.Diagnostics;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Hosting;

/// <summary>Every error is a page in Japanese with a way on, and a number that leads to the log.</summary>
internal static class ErrorSetup
{
    public static void AddErrorPages(this WebApplicationBuilder builder)
    {
        builder.Services.AddExceptionHandler<UnexpectedErrorLog>();
        builder.Services.AddExceptionHandler<RetainedFormExceptionHandler>();
        builder.Services.Configure<ExceptionHandlerOptions>(options =>
        {
            options.ExceptionHandlingPath = "/error/500";
            options.AllowStatusCode404Response = true;
            options.StatusCodeSelector = exception => exception switch
            {
                BadHttpRequestException bad => bad.StatusCode,
                _ when DatabaseTrouble.Passes(exception) => StatusCodes.Status503ServiceUnavailable,
                _ => StatusCodes.Status500InternalServerError,
            };

            // The framework would print the exception's message, in which a database may quote what somebody typed.
            options.SuppressDiagnosticsCallback = _ => true;
        });
    }

    public static void UseErrorPages(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePagesWithReExecute("/error/{0}");
    }
}

internal sealed partial class UnexpectedErrorLog(ILogger<UnexpectedErrorLog> logger, DatabaseFaultLog faults) : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (!httpContext.RequestAborted.IsCancellationRequested)
        {
            faults.Note(exception);
            Unexpected(logger, Kinds(exception), httpContext.TraceIdentifier, exception.StackTrace);
        }

        return ValueTask.FromResult(false);
    }

    /// <summary>The types from the outermost in, without messages.</summary>
    internal static string Kinds(Exception? exception) =>
        exception is null ? "" : string.Join(" < ", Chain(exception).Select(e => e.GetType().Name));

    private static IEnumerable<Exception> Chain(Exception exception)
    {
        for (var e = exception; e is not null; e = e.InnerException)
        {
            yield return e;
        }
    }

    [LoggerMessage(20, LogLevel.Error, "Unexpected {Kinds} ({CorrelationId}) {Stack}")]
    private static partial void Unexpected(ILogger logger, string kinds, string correlationId, string? stack);
}

/// <summary>
/// A form of the desk that the database could not take is answered with what was typed and a button that sends it again: 503 when
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
