using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Mail;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Decisions;

/// <summary>Reads prepared decisions together with all that carrying them out would do.</summary>
internal sealed class DecisionDraftQuery(CxoLabDb db, StaffScope scope, CurrentStaff staff, ContraryMails contrary, DecisionDraftBuilder builder)
{
    /// <summary>More is done in several goes; a page has to stay readable.</summary>
    public const int MostAtOnce = 300;

    public Task<int> CountAsync(CancellationToken ct) =>
        db.PreparedDecisions.CountAsync(d => scope.People.Any(a => a.Id == d.ApplicationId), ct);

    /// <summary>One's own first, the oldest application first.</summary>
    /// <param name="numbers">Only these; null: all, up to <see cref="MostAtOnce"/>.</param>
    /// <param name="batch">What they would be carried out together as; null: the mails are not asked for.</param>
    public async Task<IReadOnlyList<DecisionDraft>> ReadAsync(IReadOnlyCollection<string>? numbers, Guid? batch, CancellationToken ct)
    {
        var (all, wanted, me) = (numbers is null, numbers ?? [], staff.AccountId);
        var applications = await scope.People
            .Where(a => db.PreparedDecisions.Any(d => d.ApplicationId == a.Id) && (all || wanted.Contains(a.Number)))
            .OrderBy(a => db.PreparedDecisions.Any(d => d.ApplicationId == a.Id && d.ById == me) ? 0 : 1)
            .ThenBy(a => a.ReceivedUtc)
            .ThenBy(a => a.Id)
            .Take(MostAtOnce)
            .ToListAsync(ct);
        var ids = applications.Select(a => a.Id).ToList();
        var prepared = await db.PreparedDecisions.Where(d => ids.Contains(d.ApplicationId)).ToDictionaryAsync(d => d.ApplicationId, ct);
        var waiting = (await contrary.WaitingAsync(ids, ct)).ToLookup(m => m.ApplicationId);
        var cohortIds = applications.Select(a => a.CohortId).Distinct().ToList();
        var cohorts = await db.Cohorts.Where(c => cohortIds.Contains(c.Id)).ToDictionaryAsync(c => c.Id, ct);
        var drafts = new List<DecisionDraft>();
        foreach (var application in applications.Where(a => prepared.ContainsKey(a.Id)))
        {
            drafts.Add(await builder.DraftAsync(application, prepared[application.Id], cohorts[application.CohortId], [.. waiting[application.Id]], batch, ct));
        }

        return drafts;
    }
}
