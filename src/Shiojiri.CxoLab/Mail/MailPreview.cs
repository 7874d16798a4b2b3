namespace Shiojiri.CxoLab.Mail;

/// <summary>A text as it would leave to one applicant (見え方). The mails themselves are made of it, so that a preview can't differ.</summary>
/// <param name="Preheader">What mail programs show beside the subject.</param>
/// <param name="Title">The heading inside the mail, in HTML.</param>
public sealed record MailPreview(string To, string Subject, string Preheader, string Title, MailBody Body)
{
    /// <exception cref="InvalidOperationException">The person has no address.</exception>
    public static MailPreview Of(MailKind kind, MailContext about, MailText text, MailMarkup markup)
    {
        var to = about.Application.Email ?? throw new InvalidOperationException("A person without an address is reached by telephone.");
        about = about with { Status = MailRules.StatusToldBy(kind) ?? about.Application.Status, IsReminder = kind != MailKind.PaymentInstructions };
        var preheader = BuiltInTexts.PreheaderOf(kind);
        var (subject, body) = text.Render(about, preheader, markup);
        return new(to, subject, Placeholders.Fill(preheader, about), Placeholders.Fill(text.Title, about), body);
    }
}
