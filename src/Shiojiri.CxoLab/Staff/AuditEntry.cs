using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Shiojiri.CxoLab.Staff;

/// <summary>
/// One line of the audit log (操作記録). Each line carries the hash of the line before it, so that a line changed, taken out or
/// put in later is found. What stood before and after is hashed with a salt of its own: were both erased on a person's request,
/// the chain could still be checked and nothing could be guessed back.
/// </summary>
public sealed class AuditEntry
{
    public const int MaxDetails = 40_000;
    public const int HashLength = 64;

    /// <summary>What the first line carries in place of a hash.</summary>
    public static readonly string Beginning = new('0', HashLength);

    private AuditEntry()
    {
    }

    /// <param name="actor">Who.</param>
    /// <param name="action">What.</param>
    /// <param name="subject">On what: an application number, an account's address, a mail's key; or empty.</param>
    /// <param name="before">What stood there, or null.</param>
    /// <param name="after">What stands there now, or null.</param>
    /// <param name="from">The network address, where there is one.</param>
    /// <param name="nowUtc">Real time, UTC.</param>
    public AuditEntry(Actor actor, AuditAction action, string subject, string? before, string? after, string? from, DateTime nowUtc)
    {
        AtUtc = nowUtc;
        ActorId = actor.AccountId;
        ActorName = actor.Name;
        Action = action;
        Subject = subject;
        Before = before;
        After = after;
        From = from;
        Salt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        DetailsHash = HashOf(Salt, before ?? "", after ?? "");
    }

    public int Id { get; private set; }

    /// <summary>1, 2, 3 … without a gap; unique.</summary>
    public int Sequence { get; private set; }

    public DateTime AtUtc { get; private set; }

    public int? ActorId { get; private set; }

    public string ActorName { get; private set; } = "";

    public AuditAction Action { get; private set; }

    public string Subject { get; private set; } = "";

    public string? Before { get; private set; }

    public string? After { get; private set; }

    public string? From { get; private set; }

    public string? Salt { get; private set; }

    public string DetailsHash { get; private set; } = "";

    public string PreviousHash { get; private set; } = "";

    public string Hash { get; private set; } = "";

    /// <summary>Puts the line behind another one, or at the beginning.</summary>
    public void Chain(int previousSequence, string previousHash)
    {
        Sequence = previousSequence + 1;
        PreviousHash = previousHash;
        Hash = Sum();
    }

    /// <summary>Whether the line is what it was and stands behind the line with that number and hash.</summary>
    public bool Follows(int previousSequence, string previousHash) =>
        Sequence == previousSequence + 1 && PreviousHash == previousHash && Hash == Sum()
        && (Salt is null ? Before is null && After is null : DetailsHash == HashOf(Salt, Before ?? "", After ?? ""));

    private string Sum() => HashOf(
        Sequence.ToString(CultureInfo.InvariantCulture), AtUtc.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff", CultureInfo.InvariantCulture),
        ActorId?.ToString(CultureInfo.InvariantCulture) ?? "", ActorName, Action.ToString(), Subject, From ?? "", DetailsHash, PreviousHash);

    // Each part is preceded by its length: no two different lines are joined to the same text.
    private static string HashOf(params string[] parts) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Concat(parts.Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Length}:{part}"))))));
}
