using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Web.Data;

namespace Shiojiri.CxoLab.Web.Mail;

/// <summary>What staff wrote in place of the built-in texts of mails, in memory.</summary>
internal sealed class MailTexts : ISnapshotPart
{
    // A dozen kinds for each cohort there is.
    private const int Most = 5_000;

    private Dictionary<int, Dictionary<MailKind, MailText>>? _held;

    public IReadOnlyList<Type> Entities { get; } = [typeof(MailTemplate)];

    public bool IsKnown => _held is not null;

    /// <summary>Those of one cohort.</summary>
    public async Task<IReadOnlyDictionary<MailKind, MailText>> OfAsync(CxoLabDb db, int cohortId, CancellationToken ct)
    {
        await this.EnsureKnownAsync(db, ct);
        return _held!.GetValueOrDefault(cohortId) ?? [];
    }

    public async Task LoadAsync(CxoLabDb db, CancellationToken ct)
    {
        var texts = await db.MailTemplates.AsNoTracking().OrderByDescending(t => t.CohortId).ThenBy(t => t.Kind).Take(Most).ToListAsync(ct);
        _held = texts.GroupBy(t => t.CohortId).ToDictionary(g => g.Key, g => g.ToDictionary(t => t.Kind, t => t.Text));
    }
}
