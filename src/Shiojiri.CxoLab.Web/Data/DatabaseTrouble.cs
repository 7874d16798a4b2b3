using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Shiojiri.CxoLab.Web.Data;

/// <summary>The database is out of reach, locked or full: a trouble that passes, answered with 503.</summary>
internal static class DatabaseTrouble
{
    public static bool Is(Exception? exception) => exception switch
    {
        null => false,
        DbUpdateConcurrencyException => false,
        DbUpdateException update => !UniqueViolation.Is(update),
        DbException or TimeoutException or RetryLimitExceededException => true,
        _ => Is(exception.InnerException),
    };
}
