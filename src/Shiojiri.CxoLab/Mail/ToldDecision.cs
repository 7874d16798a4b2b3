using Shiojiri.CxoLab.Applications;

namespace Shiojiri.CxoLab.Mail;

/// <summary>Whether a person knows of a decision by mail (知らせた決定): nobody is sent a correction of what they were never told.</summary>
public static class ToldDecision
{
    /// <summary>The mails that tell of a decision, of another one, or take one back.</summary>
    public static readonly IReadOnlyList<MailKind> Kinds =
    [
        MailKind.Acceptance, MailKind.Waitlist, MailKind.Decline, MailKind.Withdrawal, MailKind.PlaceOffer, MailKind.Correction, MailKind.PaymentThanks,
    ];

    /// <summary>
    /// Looks for the last word that reached the person. A status that no mail announces by itself (補欠 from the first, 参加確定 by
    /// payment) counts as told: the receipt or the thanks say it.
    /// </summary>
    /// <param name="status">The decision.</param>
    /// <param name="newestFirst">The person's mails of these kinds.</param>
    public static bool IsTold(ApplicationStatus status, IEnumerable<(MailKind Kind, MailState State)> newestFirst)
    {
        var announcing = MailKinds.Announcing(status);
        var isHeldBack = false;
        foreach (var (kind, state) in newestFirst.Where(m => Kinds.Contains(m.Kind)))
        {
            if (state != MailState.Sent)
            {
                isHeldBack |= kind == announcing;
            }
            else if (kind != MailKind.PaymentThanks)
            {
                return kind == announcing;
            }
            else if (status == ApplicationStatus.Accepted && !isHeldBack)
            {
                return true;
            }
        }

        return !isHeldBack;
    }
}
