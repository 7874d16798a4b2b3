namespace Shiojiri.CxoLab.Mail;

/// <summary>Whether a mail has left (送信の状態).</summary>
public enum MailState
{
    /// <summary>送信待ち</summary>
    Queued,

    /// <summary>送信済み</summary>
    Sent,

    /// <summary>送信失敗</summary>
    Failed,

    /// <summary>止めた</summary>
    Cancelled,
}

public static class MailStateLabel
{
    /// <summary>送信待ち, 送信済み …</summary>
    public static string Label(this MailState state) => state switch
    {
        MailState.Queued => "送信待ち",
        MailState.Sent => "送信済み",
        MailState.Failed => "送信失敗",
        MailState.Cancelled => "止めた",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}
