using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Jobs;

namespace Shiojiri.CxoLab.Web.Mail;

/// <summary>
/// Tells administrators, at most once an hour, that mails have waited for too long. The alert goes the same way as they do: while the
/// mail server is down it waits as well, so the log says it at once.
/// </summary>
internal sealed partial class UnsentMailAlertJob(CxoLabDb db, MailComposer composer, TimeProvider time, ILogger<UnsentMailAlertJob> logger) : IJob
{
    public string Name => "unsent-mail-alert";

    public JobSchedule Schedule => JobSchedule.EveryMinute;

    public async Task<string> RunAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var (late, anHourAgo) = (now - UnsentMailAlert.Patience, now - UnsentMailAlert.AtMostEvery);
        // A mail that is held has not waited for anything yet.
        var unsent = db.OutgoingMails.Where(m => m.State == MailState.Queued && (m.Attempts == 0 ? m.NextAttemptUtc : m.QueuedUtc) < late && m.Kind != MailKind.UnsentMailAlert);
        var count = await unsent.CountAsync(ct);
        if (count == 0 || await db.OutgoingMails.AnyAsync(m => m.Kind == MailKind.UnsentMailAlert && m.QueuedUtc > anHourAgo, ct))
        {
            return count == 0 ? "nothing waits" : "told before";
        }

        var mails = new UnsentMails(count, await unsent.MinAsync(m => m.QueuedUtc, ct), now);
        Waiting(logger, count);
        return await TellAsync(mails, ct);
    }

    private async Task<string> TellAsync(UnsentMails mails, CancellationToken ct)
    {
        var administrators = await db.StaffAccounts.WhoAdminister().Take(StaffAccount.MostTold)
            .Select(a => new { a.Id, Email = a.Email! })
            .ToListAsync(ct);
        foreach (var administrator in administrators)
        {
            await composer.QueueAsync(MailKind.UnsentMailAlert, new MailRequest.Unsent(administrator.Email, administrator.Id, mails), ct);
        }

        try
        {
            await db.SaveChangesAsync(ct);
            return $"told {administrators.Count} of {mails.Count}";
        }
        catch (DbUpdateException lost) when (UniqueViolation.Is(lost))
        {
            // A node whose lease had run out was quicker after all.
            return "told by another node";
        }
    }

    [LoggerMessage(39, LogLevel.Error, "{Count} mails have waited for more than ten minutes")]
    private static partial void Waiting(ILogger logger, int count);
}
