using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Mail;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Decisions;

/// <summary>Reads prepared decisions together with all that carrying them out would do.</summary>
internal sealed class DecisionDraftQuery(CxoLabDb db, StaffScope scope, StaffSaveService saves, MailComposer composer)
{
    /// <summary>More is done in several goes; a page has to stay readable.</summary>
    public const int MostAtOnce = 300;

    private static readonly MailKind[] Announcements = [MailKind.Acceptance, MailKind.Waitlist, MailKind.Decline, MailKind.Withdrawal];

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
        var waiting = await db.OutgoingMails
            .Where(m => m.State == MailState.Queued && m.ApplicationId != null && ids.Contains(m.ApplicationId.Value) && Announcements.Contains(m.Kind))
            .ToListAsync(ct);
        var drafts = new List<DecisionDraft>();
        foreach (var application in applications.Where(a => prepared.ContainsKey(a.Id)))
        {
            drafts.Add(await DraftAsync(application, prepared[application.Id], [.. waiting.Where(m => m.ApplicationId == application.Id)], ct));
        }

        return drafts;
    }

    private async Task<DecisionDraft> DraftAsync(
        Application application, PreparedDecision prepared, IReadOnlyList<OutgoingMail> waiting, CancellationToken ct)
    {
        var mail = application.IsReachedByMail && MailKinds.Announcing(prepared.To) is { } kind
            ? await composer.ComposeAsync(kind, new MailRequest.ToApplicant(application, $"{prepared.Version:N}"), ct)
            : null;
        var isOverdue = ApplicantFacts.IsOverdue(application.Balance, application.Status, application.DueOn, saves.Today);
        var stoppable = waiting.Where(m => m.CanBeCancelledAt(saves.RealUtcNow)).ToList();
        return new DecisionDraft(prepared, application, mail, stoppable, stoppable.Count < waiting.Count, isOverdue);
    }
}
