namespace Shiojiri.CxoLab.Mail;

/// <summary>A mail once more, with a few words in front where staff have any to add (送り直し).</summary>
public static class ResentMail
{
    public const int PrefaceLimit = 400;

    /// <summary>How the occasions of all resent mails begin.</summary>
    public const string Occasions = "resend:";

    /// <param name="preface">Put in front; or null.</param>
    /// <param name="key">Drawn when the form was shown: the same form never sends twice.</param>
    public static OutgoingMail Of(OutgoingMail mail, string address, string? preface, Guid key, MailMarkup markup)
    {
        var body = new MailBody(mail.Text, mail.Html);

        // Of the same kind: a decision that is announced once more has to be stopped by a contrary one as well.
        return new(
            mail.Kind, OccasionOf(key), address, mail.Subject,
            preface is null ? body : Letter.WithPreface(body, markup(preface)), mail.ApplicationId);
    }

    public static string OccasionOf(Guid key) => $"{Occasions}{key:N}";
}
