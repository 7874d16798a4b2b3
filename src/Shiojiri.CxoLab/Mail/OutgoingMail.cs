namespace Shiojiri.CxoLab.Mail;

/// <summary>
/// A mail on its way out (送信待ちメール). It is stored together with what it tells of and delivered later, at least once; all its
/// times are real ones, whatever day the programme's clock shows.
/// </summary>
public sealed class OutgoingMail
{
    /// <summary>Longer than any sending takes, short enough that a crashed sender's mail is taken up within five minutes.</summary>
    public static readonly TimeSpan LeaseTime = TimeSpan.FromMinutes(4);

    public const int MaxError = 500;

    private OutgoingMail()
    {
    }

    public OutgoingMail(string occasion, string recipient, string subject, string text, string html)
    {
        Occasion = occasion;
        Recipient = recipient;
        Subject = subject;
        Text = text;
        Html = html;
    }

    public int Id { get; private set; }

    /// <summary>The left side of its Message-Id: the same at every attempt, so that a double can be recognised.</summary>
    public Guid Key { get; private set; } = Guid.NewGuid();

    /// <summary>What calls for it, unique: the same occasion never makes two mails.</summary>
    public string Occasion { get; private set; } = "";

    public string Recipient { get; private set; } = "";

    public string Subject { get; private set; } = "";

    public string Text { get; private set; } = "";

    public string Html { get; private set; } = "";

    public MailState State { get; private set; } = MailState.Queued;

    public int Attempts { get; private set; }

    public DateTime QueuedUtc { get; private set; }

    public DateTime NextAttemptUtc { get; private set; }

    /// <summary>Whose turn it is to send it; changes with every claim.</summary>
    public Guid? Lease { get; private set; }

    public DateTime? LeasedUntilUtc { get; private set; }

    public DateTime? SentUtc { get; private set; }

    /// <summary>The server's words at the last attempt that went wrong.</summary>
    public string? LastError { get; private set; }

    /// <param name="nowUtc">Real time, UTC.</param>
    public OutgoingMail QueuedAt(DateTime nowUtc)
    {
        QueuedUtc = nowUtc;
        NextAttemptUtc = nowUtc;
        return this;
    }

    public void MarkSent(DateTime nowUtc)
    {
        State = MailState.Sent;
        SentUtc = nowUtc;
        LastError = null;
        Release();
    }

    /// <summary>The attempt failed: a later one is set, or the mail is given up and kept for a person to look at.</summary>
    /// <param name="error">The server's words.</param>
    /// <param name="isPermanent">The server refused it for good.</param>
    /// <param name="nowUtc">Real time, UTC.</param>
    /// <param name="jitter">0 to 1, drawn at random, so that many mails don't come back at once.</param>
    public void MarkFailed(string error, bool isPermanent, DateTime nowUtc, double jitter)
    {
        LastError = error.Length <= MaxError ? error : error[..MaxError];
        if (isPermanent || nowUtc - QueuedUtc >= RetrySchedule.GivesUpAfter)
        {
            State = MailState.Failed;
        }
        else
        {
            NextAttemptUtc = nowUtc + RetrySchedule.Delay(Attempts, jitter);
        }

        Release();
    }

    private void Release()
    {
        Lease = null;
        LeasedUntilUtc = null;
    }
}

public enum MailState
{
    /// <summary>送信待ち</summary>
    Queued,

    /// <summary>送信済み</summary>
    Sent,

    /// <summary>送信失敗</summary>
    Failed,
}
