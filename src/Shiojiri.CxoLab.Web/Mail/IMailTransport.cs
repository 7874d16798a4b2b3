using Shiojiri.CxoLab.Mail;

namespace Shiojiri.CxoLab.Web.Mail;

/// <summary>Carries one mail out of the site.</summary>
internal interface IMailTransport
{
    /// <summary>Null when the mail has been taken over; else why not.</summary>
    Task<MailTrouble?> SendAsync(OutgoingMail mail, CancellationToken ct);

    /// <summary>No mail waits at the moment: what was kept open for the next one is let go.</summary>
    ValueTask RestAsync() => ValueTask.CompletedTask;
}

/// <param name="IsPermanent">Trying again would not help.</param>
internal sealed record MailTrouble(string Words, bool IsPermanent);
