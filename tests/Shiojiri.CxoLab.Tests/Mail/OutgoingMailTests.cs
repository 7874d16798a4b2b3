using Shiojiri.CxoLab.Mail;

namespace Shiojiri.CxoLab.Tests.Mail;

public sealed class OutgoingMailTests
{
    private static readonly DateTime Now = new(2022, 6, 10, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Every_change_shows_in_what_guards_the_row()
    {
        Action<OutgoingMail>[] changes =
        [
            mail => mail.Readdress("new@example.jp", Now),
            mail => mail.MarkFailed("451 later", isPermanent: false, Now, jitter: 0),
            mail => mail.Cancel(Now),
            mail => mail.MarkSent(Now),
        ];
        var changed = Waiting();

        var leases = changes.Select(change =>
        {
            change(changed);
            return changed.Lease;
        }).ToList();

        Assert.DoesNotContain(null, leases);
        Assert.Equal(changes.Length, leases.Distinct().Count());
    }

    [Fact]
    public void A_waiting_mail_is_readdressed_and_still_waits()
    {
        var mail = Waiting();

        mail.Readdress("new@example.jp", Now);

        Assert.Equal(("new@example.jp", MailState.Queued, Now, true), (mail.Recipient, mail.State, mail.NextAttemptUtc, mail.CanBeCancelledAt(Now)));
    }

    [Fact]
    public void A_mail_that_has_left_keeps_its_address()
    {
        var mail = Waiting();
        mail.MarkSent(Now);

        Assert.Throws<InvalidOperationException>(() => mail.Readdress("new@example.jp", Now));
        Assert.Equal("old@example.jp", mail.Recipient);
    }

    private static OutgoingMail Waiting() =>
        new OutgoingMail(MailKind.Acceptance, "occasion", "old@example.jp", "件名", new MailBody("本文", "<p>本文</p>"), 1).QueuedAt(Now);
}
