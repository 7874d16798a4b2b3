using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Payments;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Hosting;
using Shiojiri.CxoLab.Web.Mail;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Decisions;

/// <summary>Reads prepared decisions together with all that carrying them out would do.</summary>
internal sealed class DecisionDraftQuery(
    CxoLabDb db, StaffScope scope, StaffSaveService saves, MailComposer composer, ContraryMails contrary, PaymentTerms terms)
{
    /// <summary>More is done in several goes; a page has to stay readable.</summary>
    public const int MostAtOnce = 300;

    public Task<int> CountAsync(CancellationToken ct) =>
        db.PreparedDecisions.CountAsync(d => scope.Applications.Any(a => a.Id == d.ApplicationId), ct);

    /// <param name="numbers">Only these; null: all, up to <see cref="MostAtOnce"/>.</param>
    public async Task<IReadOnlyList<DecisionDraft>> ReadAsync(IReadOnlyCollection<string>? numbers, CancellationToken ct)
    {
        var all = numbers is null;
        var wanted = numbers ?? [];
        var applications = await scope.Applications
            .Where(a => db.PreparedDecisions.Any(d => d.ApplicationId == a.Id) && (all || wanted.Contains(a.Number)))
            .OrderBy(a => a.ReceivedUtc)
            .ThenBy(a => a.Id)
            .Take(MostAtOnce)
            .ToListAsync(ct);
        var ids = applications.Select(a => a.Id).ToList();
        var prepared = await db.PreparedDecisions.Where(d => ids.Contains(d.ApplicationId)).ToDictionaryAsync(d => d.ApplicationId, ct);
        var waiting = await contrary.WaitingAsync(ids, ct);
        var cohortIds = applications.Select(a => a.CohortId).Distinct().ToList();
        var cohorts = await db.Cohorts.AsNoTracking().Where(c => cohortIds.Contains(c.Id)).ToDictionaryAsync(c => c.Id, ct);
        var drafts = new List<DecisionDraft>();
        foreach (var application in applications.Where(a => prepared.ContainsKey(a.Id)))
        {
            var to = prepared[application.Id];
            drafts.Add(await DraftAsync(application, to, cohorts[application.CohortId], [.. waiting.Where(m => m.ApplicationId == application.Id)], ct));
        }

        return drafts;
    }

    private async Task<DecisionDraft> DraftAsync(
        Application application, PreparedDecision prepared, Cohort cohort, IReadOnlyList<OutgoingMail> waiting, CancellationToken ct)
    {
        var mail = application.IsReachedByMail && MailKinds.Announcing(prepared.To) is { } kind
            ? await composer.ComposeAsync(kind, new MailRequest.ToApplicant(application, $"{prepared.Version:N}"), ct)
            : null;
        var after = FeeStatus.Of(
            prepared.To, application.Balance, application.DueOnIn(prepared.To, cohort, terms.DueOn), saves.Today);
        var message = MailRules.FeeMessageOf(after, application.RefundedAmount.Amount > 0);
        var wrong = waiting.Where(m => ContraryMails.Contradicts(m, prepared.To, message)).ToList();
        var stoppable = wrong.Where(m => m.CanBeCancelledAt(saves.RealUtcNow)).ToList();
        return new DecisionDraft(prepared, application, mail, stoppable, stoppable.Count < wrong.Count, application.FeeStatusOn(saves.Today), after);
    }
}
