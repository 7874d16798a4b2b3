using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Shiojiri.CxoLab.Staff;

/// <summary>
/// One line of the audit log (操作記録). Each line carries an HMAC over itself and over the line before it, so that a line changed,
/// taken out, put in or computed anew without the key is found. What stood before and after enters by a salted hash of its own:
/// when both are erased on a person's request, the chain can still be checked and nothing can be guessed back.
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

    /// <param name="action">What; looking at pages belongs into the access log.</param>
    /// <param name="subject">On what: an application number, an account's address, a mail's key; or empty.</param>
    /// <param name="before">What stood there, or null.</param>
    /// <param name="after">What stands there now, or null.</param>
    /// <param name="from">The network address, where there is one.</param>
    /// <param name="nowUtc">Real time, UTC.</param>
    public AuditEntry(Actor actor, AuditAction action, string subject, string? before, string? after, string? from, DateTime nowUtc)
    {
        ArgumentOutOfRangeException.ThrowIfEqual(action.IsView(), true, nameof(action));
        AtUtc = Cut(nowUtc);
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

    /// <summary>Real time, UTC, in whole microseconds: some engines keep no more.</summary>
    public DateTime AtUtc { get; private set; }

    public int? ActorId { get; private set; }

    public string ActorName { get; private set; } = "";

    public AuditAction Action { get; private set; }

    public string Subject { get; private set; } = "";

    public string? Before { get; private set; }

    public string? After { get; private set; }

    public string? From { get; private set; }

    /// <summary>Null when the details were erased.</summary>
    public string? Salt { get; private set; }

    public string DetailsHash { get; private set; } = "";

    public string PreviousHash { get; private set; } = "";

    /// <summary>HMAC-SHA-256 under the log's key, hexadecimal.</summary>
    public string Hash { get; private set; } = "";

    public bool IsErased => Salt is null;

    /// <summary>The instant as it is hashed and stored.</summary>
    public static DateTime Cut(DateTime utc) => new(utc.Ticks - (utc.Ticks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc);

    /// <summary>Puts the line behind another one, or at the beginning.</summary>
    public void Chain(int previousSequence, string previousHash, byte[] key)
    {
        Sequence = previousSequence + 1;
        Seal(previousHash, key);
    }

    /// <summary>Seals a line that an earlier release stored, at the number it has.</summary>
    public void Seal(string previousHash, byte[] key)
    {
        AtUtc = Cut(AtUtc);
        PreviousHash = previousHash;
        Hash = Sum(key);
    }

    /// <summary>Whether the line is what it was and stands behind the line with that number and hash.</summary>
    public bool Follows(int previousSequence, string previousHash, byte[] key) =>
        Sequence == previousSequence + 1 && PreviousHash == previousHash && Action.IsKnown() && Hash == Sum(key) && HasItsDetails;

    /// <summary>Takes the details and their salt away; their hash stays in the chain.</summary>
    public void Erase() => (Before, After, Salt) = (null, null, null);

    public bool HasItsDetails => Salt is null ? Before is null && After is null : DetailsHash == HashOf(Salt, Before ?? "", After ?? "");

    private string Sum(byte[] key) => Convert.ToHexStringLower(HMACSHA256.HashData(key, Joined(
        Sequence.ToString(CultureInfo.InvariantCulture), AtUtc.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff", CultureInfo.InvariantCulture),
        ActorId?.ToString(CultureInfo.InvariantCulture) ?? "", ActorName, Action.Code(), Subject, From ?? "", DetailsHash, PreviousHash)));

    /// <summary>SHA-256 over parts, hexadecimal.</summary>
    public static string HashOf(params string[] parts) => Convert.ToHexStringLower(SHA256.HashData(Joined(parts)));

    // Each part is preceded by its length: no two different lines are joined to the same text.
    private static byte[] Joined(params string[] parts) => Encoding.UTF8.GetBytes(
        string.Concat(parts.Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Length}:{part}"))));
}
