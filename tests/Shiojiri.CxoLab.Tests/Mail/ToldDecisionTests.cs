using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Mail;

namespace Shiojiri.CxoLab.Tests.Mail;

public sealed class ToldDecisionTests
{
    public static TheoryData<string, ApplicationStatus, bool, (MailKind, MailState)[]> Stories => new()
    {
        { "told", ApplicationStatus.Declined, true, [(MailKind.Decline, MailState.Sent)] },
        { "still held", ApplicationStatus.Declined, false, [(MailKind.Decline, MailState.Queued)] },
        { "stopped", ApplicationStatus.Declined, false, [(MailKind.Decline, MailState.Cancelled)] },
        { "never arrived", ApplicationStatus.Declined, false, [(MailKind.Decline, MailState.Failed)] },
        { "stopped, then sent after all", ApplicationStatus.Declined, true, [(MailKind.Decline, MailState.Sent), (MailKind.Decline, MailState.Cancelled)] },
        { "told of another decision before", ApplicationStatus.Accepted, false, [(MailKind.Acceptance, MailState.Queued), (MailKind.Waitlist, MailState.Sent)] },
        { "told, corrected, decided again", ApplicationStatus.Accepted, false, [(MailKind.Acceptance, MailState.Queued), (MailKind.Correction, MailState.Sent), (MailKind.Acceptance, MailState.Sent)] },
        { "told, never corrected, decided again", ApplicationStatus.Accepted, true, [(MailKind.Acceptance, MailState.Cancelled), (MailKind.Acceptance, MailState.Sent)] },
        { "on the waiting list from the first, as the receipt says", ApplicationStatus.Waitlisted, true, [] },
        { "confirmed by payment, as the thanks say", ApplicationStatus.Accepted, true, [(MailKind.PaymentThanks, MailState.Sent)] },
        { "thanked before it was decided", ApplicationStatus.Accepted, false, [(MailKind.Acceptance, MailState.Queued), (MailKind.PaymentThanks, MailState.Sent)] },
        { "thanked while the mail was held", ApplicationStatus.Accepted, true, [(MailKind.PaymentThanks, MailState.Sent), (MailKind.Acceptance, MailState.Queued)] },
    };

    [Theory]
    [MemberData(nameof(Stories))]
    public void Only_what_reached_the_person_counts_as_told(string story, ApplicationStatus status, bool told, (MailKind, MailState)[] newestFirst) =>
        Assert.Equal((story, told), (story, ToldDecision.IsTold(status, newestFirst)));
}
