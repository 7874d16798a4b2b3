using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Web.Data;

namespace Shiojiri.CxoLab.Web.Mail;

/// <summary>The cohorts that mails tell of, each with the texts that staff wrote for it; once for all mails of a request.</summary>
internal sealed class MailCohorts(CxoLabDb db, PublishedCohorts published, MailTexts texts)
{
    private readonly Dictionary<int, (Cohort Cohort, IReadOnlyDictionary<MailKind, MailText> Texts)> _known = [];

    public async Task<(Cohort Cohort, IReadOnlyDictionary<MailKind, MailText> Texts)> FindAsync(int id, CancellationToken ct)
    {
        if (!_known.TryGetValue(id, out var known))
        {
            var cohort = published.Find(id) ?? await db.Cohorts.AsNoTracking().Include(c => c.Sessions).SingleAsync(c => c.Id == id, ct);
            _known[id] = known = (cohort, await texts.OfAsync(db, id, ct));
        }

        return known;
    }
}
