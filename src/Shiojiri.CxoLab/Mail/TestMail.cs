namespace Shiojiri.CxoLab.Mail;

/// <summary>A text that a staff member sends to themselves to see how it looks (試し送り); never to the applicant it is filled in with.</summary>
public static class TestMail
{
    public const string Mark = "【試し送り】";

    /// <param name="key">Drawn when the form was shown: the same form never sends twice.</param>
    public static OutgoingMail Of(MailPreview preview, string ownAddress, Guid key) =>
        new(MailKind.Test, OccasionOf(key), ownAddress, $"{Mark}{preview.Subject}", preview.Body);

    public static string OccasionOf(Guid key) => $"test:{key:N}";
}
