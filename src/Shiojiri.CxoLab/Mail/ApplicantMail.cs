namespace Shiojiri.CxoLab.Mail;

/// <summary>Makes a mail to an applicant of a text.</summary>
public static class ApplicantMail
{
    /// <param name="kind">What it is about.</param>
    /// <param name="occasion">What calls for it; unique.</param>
    /// <param name="about">Whom it is for.</param>
    /// <param name="text">The cohort's own text, or null for the built-in one.</param>
    public static OutgoingMail For(MailKind kind, string occasion, MailContext about, MailText? text)
    {
        var letter = MailPreview.Of(kind, about, text ?? BuiltInTexts.Of(kind));
        return new OutgoingMail(kind, occasion, letter.To, letter.Subject, letter.Body).About(about.Application);
    }
}
