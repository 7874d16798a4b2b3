using Shiojiri.CxoLab.Mail;

namespace Shiojiri.CxoLab.Tests.Mail;

public sealed class OutgoingMailTests
{
    private static readonly DateTime Now = new(2022, 6, 10, 0, 0, 0, DateTimeKind.Utc);

    public static TheoryData<string, Action<OutgoingMail>> Changes => new()
    {
        { "cancelled", mail => mail.Cancel(Now) },
        { "readdressed", mail => mail.Readdress("new@example.jp", Now) },
        { "sent", mail => mail.MarkSent(Now) },
        { "failed", mail => mail.MarkFailed("451 later", isPermanent: false, Now, jitter: 0) },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void Every_change_shows_in_what_guards_the_row(string what, Action<OutgoingMail> change)
    {
        var mail = Waiting();

        change(mail);
        var first = mail.Lease;

        Assert.True(first is not null && mail.LeasedUntilUtc is null, what);
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
