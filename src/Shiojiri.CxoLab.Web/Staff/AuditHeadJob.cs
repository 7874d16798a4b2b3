using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Jobs;
using Shiojiri.CxoLab.Web.Mail;

namespace Shiojiri.CxoLab.Web.Staff;

/// <summary>
/// Mails the last line of the audit log to every administrator on the first of each month: kept in mailboxes, it shows later that the
/// end was cut off even if the head in the database was put back along with it.
/// </summary>
internal sealed class AuditHeadJob(CxoLabDb db, MailComposer composer, TimeProvider time) : IJob
{
    public string Name => "audit-head";

    public JobSchedule Schedule { get; } = new("0 9 1 * *");

    /// <summary>Whoever has this month's mail already gets no second one.</summary>
    public async Task<string> RunAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var head = await db.AuditHeads.AsNoTracking().SingleOrDefaultAsync(ct);
        if (head is null || head.Sequence == 0)
        {
            return "nothing was logged";
        }

        var administrators = await db.StaffAccounts.AsNoTracking().WhoAdminister().Take(StaffAccount.MostTold)
            .Select(a => new { a.Id, a.Email, a.DisplayName })
            .ToListAsync(ct);
        var occasions = administrators.Select(a => AuditHeadMail.OccasionOf(a.Id, now)).ToList();
        var there = await db.OutgoingMails.Where(m => occasions.Contains(m.Occasion)).Select(m => m.Occasion).ToListAsync(ct);
        var missing = administrators.Where(a => !there.Contains(AuditHeadMail.OccasionOf(a.Id, now))).ToList();
        foreach (var administrator in missing)
        {
            var request = new MailRequest.AuditHead(administrator.Email!, administrator.Id, administrator.DisplayName, (head.Sequence, head.Hash), now);
            await composer.QueueAsync(MailKind.AuditHead, request, ct);
        }

        await db.SaveChangesAsync(ct);
        return $"told {missing.Count}";
    }
}
