using Microsoft.AspNetCore.Diagnostics;

namespace Shiojiri.CxoLab.Web.Hosting;

/// <summary>Logs what nobody expected, without its message: a database quotes there what somebody typed.</summary>
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
