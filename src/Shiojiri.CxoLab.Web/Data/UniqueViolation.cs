using Microsoft.EntityFrameworkCore;

namespace Shiojiri.CxoLab.Web.Data;

/// <summary>Tells a save that somebody else overtook from one that failed; the numbers are known to <see cref="DatabaseTrouble"/>.</summary>
internal static class UniqueViolation
{
    /// <summary>Whether somebody else was first: a row was changed in the meantime, or its unique value is taken.</summary>
    public static bool IsLostRace(DbUpdateException exception) => DatabaseTrouble.Find(exception) is { Kind: DatabaseFaultKind.LostRace };

    /// <summary>Whether the unique value of a row is taken.</summary>
    public static bool Is(DbUpdateException exception) => exception is not DbUpdateConcurrencyException && IsLostRace(exception);
}
