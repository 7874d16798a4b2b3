using Shiojiri.CxoLab.Applications;

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

    private const string Erased = "（個人情報とともに削除しました）";

    private const string Removed = "（送信したあとに消去しました）";

    private OutgoingMail()
    {
    }

    /// <param name="occasion">What calls for it; unique.</param>
    /// <param name="subject">Nothing that a visitor typed.</param>
    /// <param name="applicationId">The application it belongs to, where there is one.</param>
    public OutgoingMail(MailKind kind, string occasion, string recipient, string subject, MailBody body, int? applicationId = null)
    {
        Kind = kind;
        ApplicationId = applicationId;
        Occasion = occasion;
        Recipient = recipient;
        Subject = subject;
        Text = body.Text;
        Html = body.Html;
    }

    public int Id { get; private set; }

    /// <summary>The left side of its Message-Id: the same at every attempt, so that a double can be recognised.</summary>
    public Guid Key { get; private set; } = Guid.NewGuid();

    public MailKind Kind { get; private set; }

    public int? ApplicationId { get; private set; }

    /// <summary>Set while the application it tells of is not stored yet; both go in together.</summary>
    public Application? Application { get; private set; }

    /// <summary>What calls for it, unique: the same occasion never makes two mails.</summary>
    public string Occasion { get; private set; } = "";

    public string Recipient { get; private set; } = "";

    /// <summary>Where an answer to it goes (Reply-To); null when that is the sender.</summary>
    public string? ReplyTo { get; init; }

    public string Subject { get; private set; } = "";

    public string Text { get; private set; } = "";

    public string Html { get; private set; } = "";

    public MailState State { get; private set; } = MailState.Queued;

    public int Attempts { get; private set; }

    public DateTime QueuedUtc { get; private set; }

    public DateTime NextAttemptUtc { get; private set; }

    /// <summary>Whose turn it is to send it, as long as it is leased; changes with every claim and every change.</summary>
    public Guid? Lease { get; private set; }

    public DateTime? LeasedUntilUtc { get; private set; }

    public DateTime? SentUtc { get; private set; }

    /// <summary>The server's words at the last attempt that went wrong.</summary>
    public string? LastError { get; private set; }

    /// <summary>Why it was stopped at the moment of leaving; null when it was not, or when a person stopped it.</summary>
    public MailRefusal? StoppedBecause { get; private set; }

    /// <summary>It is another mail sent once more.</summary>
    public bool IsResent => Occasion.StartsWith(ResentMail.Occasions, StringComparison.Ordinal);

    /// <param name="nowUtc">Real time, UTC.</param>
    /// <param name="hold">How long it is kept back before it may leave (送信までの待ち時間).</param>
    public OutgoingMail QueuedAt(DateTime nowUtc, TimeSpan hold = default)
    {
        QueuedUtc = nowUtc;
        NextAttemptUtc = nowUtc + hold;
        return this;
    }

    /// <summary>Until when it is kept back; null when nothing but the sender keeps it from leaving.</summary>
    public DateTime? HeldUntilAt(DateTime nowUtc) => HeldUntil(State, Attempts, NextAttemptUtc, nowUtc);

    /// <summary>The same of a mail that was read in part. A mail that was tried waits for its next attempt and is not held.</summary>
    public static DateTime? HeldUntil(MailState state, int attempts, DateTime nextAttemptUtc, DateTime nowUtc) =>
        state == MailState.Queued && attempts == 0 && nextAttemptUtc > nowUtc ? nextAttemptUtc : null;

    /// <summary>The mail belongs to an application that is stored in the same save.</summary>
    public OutgoingMail About(Application application)
    {
        if (application.Id == 0)
        {
            Application = application;
        }
        else
        {
            ApplicationId = application.Id;
        }

        return this;
    }

    /// <summary>Whether it can still be stopped: it waits, and nobody is sending it at this moment.</summary>
    public bool CanBeCancelledAt(DateTime nowUtc) => State == MailState.Queued && !(LeasedUntilUtc > nowUtc);

    /// <summary>It shall not leave (取り消し).</summary>
    /// <exception cref="InvalidOperationException">It has left or is leaving.</exception>
    public void Cancel(DateTime nowUtc)
    {
        if (!CanBeCancelledAt(nowUtc))
        {
            throw new InvalidOperationException("The mail has left or is leaving.");
        }

        State = MailState.Cancelled;
        Release();
    }

    /// <summary>Whoever has it in hand finds that it may not leave any more.</summary>
    public void Stop(MailRefusal because)
    {
        State = MailState.Cancelled;
        StoppedBecause = because;
        Release();
    }

    /// <summary>It goes to another address instead (宛先の変更).</summary>
    /// <exception cref="InvalidOperationException">It has left or is leaving.</exception>
    public void Readdress(string recipient, DateTime nowUtc)
    {
        if (!CanBeCancelledAt(nowUtc))
        {
            throw new InvalidOperationException("The mail has left or is leaving.");
        }

        Recipient = recipient;
        Release();
    }

    /// <summary>
    /// Nothing of it tells any more to whom it went and what it said (個人情報の削除). That there was a mail of this kind, and when, stays; one that
    /// waited or had failed is stopped for good.
    /// </summary>
    /// <exception cref="InvalidOperationException">It is leaving at this moment.</exception>
    public void Erase(DateTime nowUtc)
    {
        if (LeasedUntilUtc > nowUtc && State == MailState.Queued)
        {
            throw new InvalidOperationException("The mail is leaving.");
        }

        if (State is MailState.Queued or MailState.Failed)
        {
            (State, StoppedBecause) = (MailState.Cancelled, MailRefusal.Erased);
        }

        (Recipient, Subject, Text, Html, LastError) = ("", Erased, Erased, Erased, null);

        // It is made of the key of the completion page.
        Occasion = $"erased:{Key:N}";
        Release();
    }

    public void MarkSent(DateTime nowUtc)
    {
        State = MailState.Sent;
        SentUtc = nowUtc;
        LastError = null;
        if (Kind.IsForStaff() || Kind is MailKind.Test or MailKind.StatusSummary)
        {
            // A link that opens an account shall not lie about in the database, nor an applicant's name in somebody else's mail, nor what
            // several cohorts hold of a person where the staff of one could read it.
            Text = Html = Removed;
        }

        Release();
    }

    /// <summary>The attempt failed: a later one is set, or the mail is given up and kept for a person to look at.</summary>
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

    /// <summary>Whoever had it in hand has to end and doesn't know of it having left: the next one takes it up at once.</summary>
    public void GiveBack(DateTime nowUtc)
    {
        NextAttemptUtc = nowUtc;
        Release();
    }

    // The lease guards the row: of two that change it at the same moment, a sender or a person, one makes the other's save fail. A new
    // one, not none: otherwise a row that was taken up and put back in the meantime would look untouched.
    private void Release()
    {
        Lease = Guid.NewGuid();
        LeasedUntilUtc = null;
    }
}
