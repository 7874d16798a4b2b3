using Microsoft.EntityFrameworkCore;

namespace Shiojiri.CxoLab.Web.Data;

/// <summary>
/// Does a piece of work that ends in a save, and does it anew from the beginning when somebody else's save came first: the same
/// form, address, number or row. Each round begins with nothing tracked, so what is read is what stands there now. Whoever lost once reads and
/// saves undisturbed: else a crowd at one row would overtake each other for as many rounds as they are.
/// </summary>
internal static class LostRace
{
    /// <summary>Two people at the same rows: one of them gets through in each round.</summary>
    public const int FewRounds = 5;

    /// <summary>A crowd at the last place: far more rounds than it needs.</summary>
    public const int ManyRounds = 200;

    /// <summary>What the attempt gave, or what <paramref name="lost"/> says once all rounds were lost.</summary>
    public static async Task<T> RetryAsync<T>(
        CxoLabDb db, Func<int, CancellationToken, Task<T>> attempt, Func<T> lost, CancellationToken ct, int rounds = FewRounds)
    {
        for (var round = 1; round <= rounds; round++)
        {
            db.ChangeTracker.Clear();
            try
            {
                return round == 1 ? await attempt(round, ct) : await db.UndisturbedAsync(token => attempt(round, token), ct);
            }
            catch (DbUpdateException overtaken) when (UniqueViolation.IsLostRace(overtaken))
            {
                // Look again.
            }
        }

        db.ChangeTracker.Clear();
        return lost();
    }
}
