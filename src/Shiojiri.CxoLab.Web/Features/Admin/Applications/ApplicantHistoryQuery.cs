using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Payments;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Features.Admin.Applications;

/// <summary>Everything that happened to an application, newest first, on the programme's clock.</summary>
internal sealed class ApplicantHistoryQuery(CxoLabDb db, ProgrammeClock clock)
{
    private const int MostEdits = 200;

    /// <summary>What the audit log alone tells of; the rest has records of its own.</summary>
    private static readonly AuditAction[] Edits =
    [
        AuditAction.ContactCorrected, AuditAction.TagAdded, AuditAction.TagRemoved, AuditAction.Assigned, AuditAction.DecisionPrepared,
        AuditAction.PreparationUndone, AuditAction.ApplicationEntered, AuditAction.DueDateMoved,
        AuditAction.ApplicationMerged, AuditAction.ApplicationSplit, AuditAction.PersonErased, AuditAction.ErasureHeld, AuditAction.ErasureReleased,
    ];

    public ProgrammeClock Clock => clock;

    /// <param name="application">With its ledger and changes of state.</param>
    public async Task<IReadOnlyList<LogLine>> OfAsync(
        Application application, IReadOnlyList<MailLine> mails, IReadOnlyList<ApplicationNote> notes, IReadOnlyList<ReviewLine> reviews, CancellationToken ct)
    {
        var edits = await db.AuditEntries.AsNoTracking()
            .Where(e => e.Subject == application.Number && Edits.Contains(e.Action))
            .OrderByDescending(e => e.Sequence)
            .Take(MostEdits)
            .Select(e => new { e.AtUtc, e.Action, e.ActorName })
            .ToListAsync(ct);
        return
        [
            .. application.StatusChanges.Select(s => new LogLine(s.AtUtc, "status", $"{s.From.Label()} → {s.To.Label()}{(s.Reason is null ? "" : $"（{s.Reason}）")}", s.ByName))
                .Append(new LogLine(application.ReceivedUtc, "status", $"申し込みを受付（{application.Channel.Label()}）", null))
                .Concat(application.Ledger.Where(e => e.Kind != LedgerEntryKind.FeeDue)
                    .Select(e => new LogLine(e.EnteredUtc, "money", $"{e.Kind.Label()} {Labels.Signed(e.Effect)}", e.EnteredBy)))
                .Concat(notes.Select(n => new LogLine(n.WrittenUtc, "note", "メモを追加", n.ByName)))
                .Concat(mails.Select(m => new LogLine(m.ShownUtc, m.State == MailState.Failed ? "warn" : "mail", $"メール「{m.Kind.Label(m.IsResent)}」{Fate(m)}", null)))
                .Concat(reviews.Select(r => new LogLine(r.FirstUtc, "score", "採点", r.ReviewerName)))
                .Concat(edits.Select(e => new LogLine(clock.Shown(e.AtUtc), "edit", e.Action.Label(), e.ActorName)))
                .OrderByDescending(l => l.AtUtc),
        ];
    }

    private static string Fate(MailLine mail) => mail.State switch
    {
        MailState.Queued when mail.HeldUntil is { } until => $"を{JapanTime.Clock(until)}に送信",
        MailState.Queued => "を送信待ちに追加",
        MailState.Sent => "を送信",
        MailState.Failed => "の送信に失敗",
        MailState.Cancelled => "を止めた",
        _ => throw new ArgumentOutOfRangeException(nameof(mail), mail.State, null),
    };
}
