using Shiojiri.CxoLab.Applications;

namespace Shiojiri.CxoLab.Mail;

/// <summary>One text to many applicants (まとめて送るメール), each with their own name filled in, each in a mail of their own.</summary>
public static class GroupMail
{
    /// <summary>More at once would make a save that other people have to wait for.</summary>
    public const int MostAddresses = 1000;

    /// <param name="batch">Drawn when the form was shown: the same form never sends twice.</param>
    public static OutgoingMail For(MailContext about, MailText text, Guid batch, MailMarkup markup) =>
        ApplicantMail.For(MailKind.Group, $"{OccasionsOf(batch)}{about.Application.Key}", about, text, markup);

    /// <summary>How the occasions of all mails of one batch begin.</summary>
    public static string OccasionsOf(Guid batch) => $"group:{batch:N}:";

    /// <summary>The batch that an occasion is of; null when it is of none.</summary>
    public static Guid? BatchOf(string occasion) =>
        occasion.Split(':') is ["group", var batch, _] && Guid.TryParseExact(batch, "N", out var key) ? key : null;

    /// <summary>One application for each address: the newest.</summary>
    public static IEnumerable<T> OnePerAddress<T>(IEnumerable<T> newestFirst, Func<T, string> email) =>
        newestFirst.DistinctBy(a => Application.EmailKey(email(a)));
}
