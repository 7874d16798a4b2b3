using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Web.Data;

namespace Shiojiri.CxoLab.Web.Mail;

/// <summary>Mails that wait to leave although what they say no longer holds (内容が合わなくなったメール), and whether it was told already.</summary>
internal sealed class ContraryMails(CxoLabDb db, TimeProvider time)
{
    private const int MostLookedAt = 50;

    /// <summary>All mails of these applications that wait, tracked.</summary>
    public Task<List<OutgoingMail>> WaitingAsync(IReadOnlyCollection<int> applicationIds, CancellationToken ct) => db.OutgoingMails
        .Where(m => m.State == MailState.Queued && m.ApplicationId != null && applicationIds.Contains(m.ApplicationId.Value))
        .ToListAsync(ct);

    /// <summary>Stops those that contradict how the application stands now.</summary>
    public async Task<StoppedMails> CancelAsync(Application application, CancellationToken ct)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var contrary = (await WaitingAsync([application.Id], ct)).Where(m => Contradicts(m, application.Status, MailRules.FeeMessageOf(application))).ToList();
        var stopped = contrary.Where(m => m.CanBeCancelledAt(now)).ToList();
        stopped.ForEach(m => m.Cancel(now));
        return new StoppedMails([.. stopped.Select(m => m.Subject)], IsLeaving: stopped.Count < contrary.Count);
    }

    /// <summary>Whether the person was told by mail of the decision that stands.</summary>
    public async Task<bool> IsToldAsync(Application application, CancellationToken ct)
    {
        var mails = await db.OutgoingMails.AsNoTracking()
            .Where(m => m.ApplicationId == application.Id && ToldDecision.Kinds.Contains(m.Kind))
            .OrderByDescending(m => m.Id)
            .Take(MostLookedAt)
            .Select(m => new { m.Kind, m.State })
            .ToListAsync(ct);
        return ToldDecision.IsTold(application.Status, mails.Select(m => (m.Kind, m.State)));
    }

    /// <summary>Stops those that name the sum that was open or the day by which it was asked, when either has just changed.</summary>
    public async Task CancelThoseNamingSumAsync(IReadOnlyCollection<int> applicationIds, CancellationToken ct)
    {
        var now = time.GetUtcNow().UtcDateTime;
        foreach (var mail in (await WaitingAsync(applicationIds, ct)).Where(m => MailRules.NamesOpenSum(m.Kind) && m.CanBeCancelledAt(now)))
        {
            mail.Cancel(now);
        }
    }

    public static bool Contradicts(OutgoingMail mail, ApplicationStatus status, FeeMessage fee) => MailRules.RefusalOf(mail.Kind, status, fee) is not null;
}

/// <param name="Subjects">Of those that were stopped.</param>
/// <param name="IsLeaving">Whether another one is being sent at this moment and can't be stopped.</param>
internal sealed record StoppedMails(IReadOnlyList<string> Subjects, bool IsLeaving);
