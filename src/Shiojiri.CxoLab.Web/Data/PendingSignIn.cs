namespace Shiojiri.CxoLab.Web.Data;

/// <summary>
/// Somebody's password was right and the second step is still to come (2段階認証の途中). The cookie holds a random token, this row
/// its hash: nobody gets further with what stands in the database, and the row is used up by the sign-in.
/// </summary>
internal sealed class PendingSignIn
{
    public const int MaxReturn = 2_000;

    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(5);

    public int Id { get; set; }

    /// <summary>SHA-256 of the token in the cookie.</summary>
    public string TokenHash { get; set; } = "";

    public int AccountId { get; set; }

    /// <summary>The account's security stamp then: a password changed meanwhile ends the way.</summary>
    public string Stamp { get; set; } = "";

    /// <summary>Where the person wants to go, or null.</summary>
    public string? From { get; set; }

    public DateTime ExpiresUtc { get; set; }

    public DateTime? UsedUtc { get; set; }
}
