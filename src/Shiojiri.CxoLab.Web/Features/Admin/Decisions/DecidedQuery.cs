using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Payments;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Hosting;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Decisions;

/// <summary>Reads what was carried out together: two statements, whatever their number.</summary>
internal sealed class DecidedQuery(CxoLabDb db, StaffScope scope, ProgrammeClock clock)
{
    /// <summary>Null when there is no such batch to be seen.</summary>
    public async Task<DecidedPage?> FindAsync(Guid batch, CancellationToken ct)
    {
        var rows = await scope.Applications.AsNoTracking()
            .Where(a => a.StatusChanges.Any(c => c.Batch == batch))
            .OrderBy(a => a.ReceivedUtc).ThenBy(a => a.Id)
            .Take(DecisionDraftQuery.MostAtOnce)
            .Select(a => new
            {
                a.Id,
                a.Number,
                a.Name,
                a.Kana,
                a.Status,
                a.Fee,
                a.ReceivedAmount,
                a.RefundedAmount,
                a.DueOn,
                Phone = a.Email == null ? a.Phone : null,
                Change = a.StatusChanges.Where(c => c.Batch == batch).Select(c => new { c.To, c.AtUtc, c.ByName }).First(),
            })
            .ToListAsync(ct);
        if (rows.Count == 0)
        {
            return null;
        }

        var mails = await MailsAsync([.. rows.Select(r => r.Id)], ct);
        return new DecidedPage(batch, rows[0].Change.AtUtc, rows[0].Change.ByName,
        [
            .. rows.OrderBy(r => r.Change.To).Select(r => new DecidedRow(
                r.Number, r.Name, r.Kana, r.Change.To, r.Status,
                FeeStatus.Of(r.Status, Balance.Of(r.Fee, r.ReceivedAmount, r.RefundedAmount), r.DueOn, clock.Today),
                r.Phone,
                Newest(mails[r.Id], r.Change.To, batch))),
        ]);
    }

    private async Task<ILookup<int, Row>> MailsAsync(IReadOnlyCollection<int> ids, CancellationToken ct)
    {
        var kinds = Enum.GetValues<ApplicationStatus>().Select(MailKinds.Announcing).OfType<MailKind>().ToList();
        var mails = await db.OutgoingMails.AsNoTracking()
            .Where(m => m.ApplicationId != null && ids.Contains(m.ApplicationId.Value) && kinds.Contains(m.Kind))
            .OrderBy(m => m.Id)
            .Select(m => new Row(m.ApplicationId!.Value, m.Key, m.Kind, m.Occasion, m.State, m.Attempts, m.NextAttemptUtc, m.LeasedUntilUtc))
            .ToListAsync(ct);
        return mails.ToLookup(m => m.ApplicationId);
    }

    private DecidedMail? Newest(IEnumerable<Row> mails, ApplicationStatus to, Guid batch)
    {
        var own = $":{batch:N}";
        var newest = mails.Where(m => m.Kind == MailKinds.Announcing(to)).SkipWhile(m => !m.Occasion.EndsWith(own, StringComparison.Ordinal))
            .TakeWhile((m, i) => i == 0 || m.Occasion.StartsWith(ResentMail.Occasions, StringComparison.Ordinal)).LastOrDefault();
        if (newest is null)
        {
            return null;
        }

        var now = clock.RealUtcNow;
        return new DecidedMail(
            newest.Key, newest.State, OutgoingMail.HeldUntil(newest.State, newest.Attempts, newest.NextAttemptUtc, now) is { } until ? clock.Shown(until) : null,
            newest.State == MailState.Queued && !(newest.LeasedUntilUtc > now));
    }

    private sealed record Row(
        int ApplicationId, Guid Key, MailKind Kind, string Occasion, MailState State, int Attempts, DateTime NextAttemptUtc, DateTime? LeasedUntilUtc);
}
