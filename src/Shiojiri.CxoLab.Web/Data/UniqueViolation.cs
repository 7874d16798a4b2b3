using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Shiojiri.CxoLab.Web.Data;

/// <summary>The only place that knows the engines' error codes for a second row with the same unique value.</summary>
internal static class UniqueViolation
{
    private const int SqliteConstraintPrimaryKey = 1555;
    private const int SqliteConstraintUnique = 2067;

    /// <summary>Whether somebody else was first: a row was changed in the meantime, or its unique value is taken.</summary>
    public static bool IsLostRace(DbUpdateException exception) => exception is DbUpdateConcurrencyException || Is(exception);

    public static bool Is(DbUpdateException exception) => exception.InnerException switch
    {
        SqliteException sqlite => sqlite.SqliteExtendedErrorCode is SqliteConstraintUnique or SqliteConstraintPrimaryKey,
        SqlException server => server.Number is 2601 or 2627,
        _ => false,
    };
}
