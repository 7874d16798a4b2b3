using Microsoft.Extensions.Options;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Mail;

/// <summary>Takes mails in that are to leave, with the caller's save, and refuses those that may not.</summary>
internal sealed class MailQueue(CxoLabDb db, TimeProvider time, IOptions<MailSettings> settings)
{
    /// <summary>Why a mail of this kind may not leave as things stand; null when it may.</summary>
    public static MailRefusal? RefusalOf(MailKind kind, Application? about) =>
        about is null ? null
        : about.IsErased ? MailRefusal.Erased
        : about.IsMerged ? MailRefusal.Merged : !about.IsReachedByMail ? MailRefusal.NoAddress : MailRules.RefusalOf(kind, about.Status, MailRules.FeeMessageOf(about));

    /// <summary>Null when it is queued; else why it may not leave.</summary>
    public MailRefusal? TryAdd(OutgoingMail mail, Application? about) => TryAdd(mail, about, TimeSpan.Zero);

    /// <summary>Queues the mail of a decision as it was composed and shown. It is kept back for a while, so that it can be stopped.</summary>
    /// <exception cref="InvalidOperationException">The mail may not leave.</exception>
    public void AddHeld(OutgoingMail mail, Application about)
    {
        if (TryAdd(mail, about, settings.Value.DecisionHold) is { } refusal)
        {
            throw new InvalidOperationException($"{mail.Kind} may not leave: {refusal}.");
        }
    }

    private MailRefusal? TryAdd(OutgoingMail mail, Application? about, TimeSpan hold)
    {
        if (RefusalOf(mail.Kind, about) is { } refusal)
        {
            return refusal;
        }

        db.Add(mail.QueuedAt(time.GetUtcNow().UtcDateTime, hold));
        return null;
    }
}
