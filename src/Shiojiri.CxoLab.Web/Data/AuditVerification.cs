using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Staff;

namespace Shiojiri.CxoLab.Web.Data;

/// <summary>What the walk along the audit log found.</summary>
/// <param name="Lines">How many lines hold, from the first one on.</param>
/// <param name="Hash">The HMAC of the last of them.</param>
/// <param name="Erased">Lines whose details were blanked on a person's request.</param>
/// <param name="Sealings">Days on which a log without a key was sealed, as the log itself tells; one at most is the upgrade's.</param>
/// <param name="Faults">One sentence each; empty when the log holds.</param>
internal sealed record AuditVerdict(int Lines, string Hash, IReadOnlyList<int> Erased, IReadOnlyList<DateTime> Sealings, IReadOnlyList<string> Faults);

/// <summary>Walks along the audit log: each line, the head, the blanked details and, when somebody noted it elsewhere, an earlier head.</summary>
internal sealed class AuditVerification(CxoLabDb db)
{
    private const int AtOnce = 1000;

    private readonly List<string> _faults = [];
    private readonly List<DateTime> _sealings = [];
    private readonly Dictionary<string, int> _erasedUntil = [];
    private readonly List<(int Sequence, string Subject)> _blank = [];
    private int _sequence;
    private string _hash = AuditEntry.Beginning;
    private int _key;

    /// <summary>Goes along the whole log. A line that was noted elsewhere, number and hash, must still be there.</summary>
    public async Task<AuditVerdict> RunAsync((int Sequence, string Hash)? noted, CancellationToken ct)
    {
        _key = db.AuditKeys.Count - 1;
        var notedHolds = noted is null;
        List<AuditEntry> lines;
        do
        {
            var after = _sequence;
            lines = await db.AuditEntries.AsNoTracking().Where(e => e.Sequence > after).OrderBy(e => e.Sequence).Take(AtOnce).ToListAsync(ct);
            foreach (var line in lines)
            {
                if (!Holds(line))
                {
                    _faults.Add($"The audit log is broken at line {_sequence + 1}: it was changed, removed, put in, or computed without the key.");
                    return Verdict();
                }

                Take(line);
                notedHolds |= noted is { } n && n.Sequence == line.Sequence && n.Hash == line.Hash;
            }
        }
        while (lines.Count > 0);

        _faults.AddRange(await HeadFaultsAsync(ct));
        _faults.AddRange(_blank.Where(b => !IsTold(b))
            .Select(b => $"The details of line {b.Sequence} were blanked, and no later line tells of it."));
        if (!notedHolds)
        {
            _faults.Add($"Line {noted!.Value.Sequence} is not the one that was noted down: the log was cut off or is another one.");
        }

        return Verdict();
    }

    // A key that was replaced opens what lies before its successor's first line, and nothing after it.
    private bool Holds(AuditEntry line)
    {
        for (var key = _key; key >= 0; key--)
        {
            if (line.Follows(_sequence, _hash, db.AuditKeys[key]))
            {
                _key = key;
                return true;
            }
        }

        return false;
    }

    private void Take(AuditEntry line)
    {
        (_sequence, _hash) = (line.Sequence, line.Hash);
        if (line.IsErased)
        {
            _blank.Add((line.Sequence, line.Subject));
        }
        else if (line.Action == AuditAction.DetailsErased)
        {
            _erasedUntil[line.Subject] = line.Sequence;
        }
        else if (line.Action == AuditAction.LogSealed)
        {
            _sealings.Add(line.AtUtc);
        }
    }

    private async Task<IEnumerable<string>> HeadFaultsAsync(CancellationToken ct)
    {
        var head = await db.AuditHeads.AsNoTracking().SingleOrDefaultAsync(ct);
        return head switch
        {
            null => ["The head of the audit log is missing: nothing says where the log ends."],
            _ when !head.IsSealedWith(db.AuditKeys[0]) => ["The head of the audit log was not sealed with the key."],
            _ when head.Sequence > _sequence => [$"The end of the audit log was cut off: line {head.Sequence} was there."],
            _ when head.Sequence < _sequence || head.Hash != _hash => ["The head of the audit log names another line than the last one."],
            _ => [],
        };
    }

    // A line about the erasure vouches for the blanks before it.
    private bool IsTold((int Sequence, string Subject) blank) => _erasedUntil.GetValueOrDefault(blank.Subject) > blank.Sequence;

    private AuditVerdict Verdict() => new(_sequence, _hash, [.. _blank.Where(IsTold).Select(b => b.Sequence)], _sealings, _faults);
}
