using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;

namespace Shiojiri.CxoLab.Web.Staff;

/// <summary>
/// Takes the personal details of applications out of the audit log (操作記録の内容の消去). Their salted hashes stay, so the chain holds,
/// and a line for each subject says what was done; blanked lines that no such line follows are reported by verify-audit.
/// </summary>
internal sealed class AuditErasure(CxoLabDb db, AuditTrail audit)
{
    /// <summary>Lines about no one application that may hold what staff typed of a person.</summary>
    private static readonly AuditAction[] OfMany = [AuditAction.ViewSaved, AuditAction.ViewRemoved, AuditAction.GroupMailQueued, AuditAction.Exported];

    /// <summary>What says that somebody was erased says nothing of them.</summary>
    private static readonly AuditAction[] Kept = [AuditAction.DetailsErased, AuditAction.PersonErased];

    /// <summary>Stored with the caller's save, together with the erasure itself. Gives back how many lines were blanked.</summary>
    public Task<int> EraseAsync(string number, Actor by, CancellationToken ct) => EraseAsync([number], TellingWords.None, by, ct);

    /// <param name="numbers">Of the applications: everything about these goes.</param>
    /// <param name="words">By which the person can be known: of lines about no application those that hold one go.</param>
    public async Task<int> EraseAsync(IReadOnlyCollection<string> numbers, TellingWords words, Actor by, CancellationToken ct)
    {
        var lines = await db.AuditEntries.AsTracking()
            .Where(e => numbers.Contains(e.Subject) && e.Salt != null && (e.Before != null || e.After != null) && !Kept.Contains(e.Action))
            .ToListAsync(ct);
        if (!words.IsEmpty)
        {
            var others = await db.AuditEntries.AsTracking().Where(e => OfMany.Contains(e.Action) && e.Salt != null && !numbers.Contains(e.Subject)).ToListAsync(ct);
            lines.AddRange(others.Where(e => Tells(e.Before, words) || Tells(e.After, words)));
        }

        foreach (var subject in lines.GroupBy(line => line.Subject))
        {
            foreach (var line in subject)
            {
                line.Erase();
            }

            audit.Write(by, AuditAction.DetailsErased, subject.Key, after: new { Lines = subject.Count() });
        }

        return lines.Count;
    }

    /// <summary>That somebody was erased, why and how much went; nothing of whom.</summary>
    public void Tell(string number, object facts, Actor by) => audit.Write(by, AuditAction.PersonErased, number, after: facts);

    // As it was written, not as JSON writes it.
    private static bool Tells(string? details, TellingWords words)
    {
        if (details is null)
        {
            return false;
        }

        using var json = JsonDocument.Parse(details);
        return Texts(json.RootElement).Any(words.AreIn);
    }

    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Texts(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        _ => [],
    };
}
