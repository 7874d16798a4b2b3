using Shiojiri.CxoLab.Applications;

namespace Shiojiri.CxoLab.Mail;

/// <summary>Makes a mail to an applicant of a text.</summary>
public static class ApplicantMail
{
    /// <summary>What calls for a mail, so that the same thing never calls for two.</summary>
    /// <param name="cause">What tells it from another mail of the kind; empty where there is only ever one.</param>
    public static string OccasionOf(MailKind kind, Application application, string cause) => kind switch
    {
        MailKind.PaymentInstructions => $"payment-instructions:{application.Key}",
        MailKind.InstructionsAgain => $"instructions-again:{application.Key}:{cause}",
        MailKind.PaymentReminder => $"payment-reminder:{application.Key}:{cause}",
        MailKind.ApplicationReceipt => $"application-receipt:{application.Key}",
        MailKind.PlaceOffer => $"place-offer:{application.Key}:{cause}",
        MailKind.Correction => $"correction:{application.Key}:{cause}",
        MailKind.RepeatNotice => $"repeat-notice:{application.Key}:{cause}",
        MailKind.PaymentThanks => $"payment-thanks:{application.Key}:{cause}",
        MailKind.Acceptance or MailKind.Waitlist or MailKind.Decline or MailKind.Withdrawal => $"decision:{application.Key}:{cause}",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This is no mail to one applicant."),
    };

    /// <param name="occasion">What calls for it; unique.</param>
    /// <param name="text">The cohort's own text, or null for the built-in one.</param>
    public static OutgoingMail For(MailKind kind, string occasion, MailContext about, MailText? text, MailMarkup markup)
    {
        var letter = MailPreview.Of(kind, about, text ?? BuiltInTexts.Of(kind), markup);
        return new OutgoingMail(kind, occasion, letter.To, letter.Subject, letter.Body).About(about.Application);
    }
}
