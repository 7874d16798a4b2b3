using Microsoft.AspNetCore.Diagnostics;

namespace Shiojiri.CxoLab.Web.Data;

/// <summary>Notes what a database refused when a request broke off at it; answers nothing.</summary>
internal sealed class DatabaseFaultHandler(DatabaseFaultLog faults) : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (!httpContext.RequestAborted.IsCancellationRequested)
        {
            faults.Note(exception);
        }

        return ValueTask.FromResult(false);
    }
}
