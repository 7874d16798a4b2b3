using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Mail;

namespace Shiojiri.CxoLab.Web.Staff;

/// <summary>
/// Mails the last line of the audit log to every administrator, once a month: kept in mailboxes, it shows later that the end was cut
/// off even if the head in the database was put back along with it.
/// </summary>
internal sealed class AuditHeadMailQueue(CxoLabDb db, OfficeDetails office, MailSignal signal, TimeProvider time)
{
    /// <summary>How many mails were queued; none when this month's are there already or nothing has been logged. Saves.</summary>
    public async Task<int> QueueAuditHeadMailAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var head = await db.AuditHeads.AsNoTracking().SingleOrDefaultAsync(ct);
        if (head is null || head.Sequence == 0)
        {
            return 0;
        }

        var month = JapanTime.DayOf(now).ToString("yyyy-MM", CultureInfo.InvariantCulture);
        var administrators = await db.StaffAccounts.AsNoTracking()
            .Where(a => a.Role == Role.Administrator && a.DisabledUtc == null && a.PasswordHash != null)
            .Select(a => new { a.Id, a.Email, a.DisplayName })
            .ToListAsync(ct);
        var mails = administrators.Select(a => AuditHeadMail.For(a.Email!, a.DisplayName, $"audit-head:{month}:{a.Id}", (head.Sequence, head.Hash), now, office)).ToList();
        var occasions = mails.Select(m => m.Occasion).ToList();
        var there = await db.OutgoingMails.Where(m => occasions.Contains(m.Occasion)).Select(m => m.Occasion).ToListAsync(ct);
        mails.RemoveAll(m => there.Contains(m.Occasion));
        db.AddRange(mails.Select(m => m.QueuedAt(now)));
        await db.SaveChangesAsync(ct);
        signal.Wake();
        return mails.Count;
    }
}
