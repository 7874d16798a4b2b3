using Shiojiri.CxoLab.Mail;

namespace Shiojiri.CxoLab.Tests.Mail;

public sealed class RetryScheduleTests
{
    [Fact]
    public void Gaps_grow_to_an_hour() => Assert.Equal(
        [1, 2, 4, 8, 16, 32, 60, 60],
        Enumerable.Range(1, 8).Select(n => RetrySchedule.Delay(n, jitter: 0).TotalMinutes));

    [Fact]
    public void Jitter_takes_up_to_a_fifth_off() => Assert.Equal(48, RetrySchedule.Delay(20, jitter: 1).TotalMinutes);

    [Fact]
    public void A_mail_is_tried_for_three_days_and_then_kept_as_failed()
    {
        var now = new DateTime(2022, 6, 10, 0, 0, 0, DateTimeKind.Utc);
        var mail = new OutgoingMail(MailKind.PaymentInstructions, "occasion", "taro@example.jp", "件名", new MailBody("本文", "<p>本文</p>")).QueuedAt(now);

        mail.MarkFailed("451 later", isPermanent: false, now.AddHours(72).AddSeconds(-1), jitter: 0);
        var before = mail.State;
        mail.MarkFailed("451 later", isPermanent: false, now.AddHours(72), jitter: 0);

        Assert.Equal((MailState.Queued, MailState.Failed, "451 later"), (before, mail.State, mail.LastError));
    }

    [Fact]
    public void A_refusal_for_good_ends_it_at_once()
    {
        var now = new DateTime(2022, 6, 10, 0, 0, 0, DateTimeKind.Utc);
        var mail = new OutgoingMail(MailKind.PaymentInstructions, "occasion", "taro@example.jp", "件名", new MailBody("本文", "<p>本文</p>")).QueuedAt(now);

        mail.MarkFailed("550 no such user", isPermanent: true, now, jitter: 0);

        Assert.Equal(MailState.Failed, mail.State);
    }
}
