using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Features.Errors;

/// <summary>Every error is a page in Japanese with a way on, and a number that leads to the log.</summary>
internal static class ErrorSetup
{
    public static void AddErrorPages(this WebApplicationBuilder builder)
    {
        builder.Services.AddExceptionHandler<DatabaseFaultHandler>();
        builder.Services.AddExceptionHandler<UnexpectedErrorLog>();
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
        app.UseRouteMemory();
    }
}
