using Microsoft.AspNetCore.Diagnostics;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;

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
                _ when DatabaseTrouble.Is(exception) => StatusCodes.Status503ServiceUnavailable,
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

internal sealed partial class UnexpectedErrorLog(ILogger<UnexpectedErrorLog> logger) : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (!httpContext.RequestAborted.IsCancellationRequested)
        {
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

/// <summary>While the database takes nothing, a form of the desk is answered with what was typed and a button that sends it again.</summary>
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
