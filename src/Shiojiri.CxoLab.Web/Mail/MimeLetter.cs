using MimeKit;
using MimeKit.Text;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Mail;

/// <summary>Makes a message of a queued mail: text and HTML, one recipient, nothing in a header that a visitor typed but the address.</summary>
internal static class MimeLetter
{
    /// <param name="sender">What the office is called; one line, checked when it was saved.</param>
    public static MimeMessage Of(OutgoingMail mail, MailSettings settings, SiteSettings site, string sender)
    {
        var message = new MimeMessage
        {
            MessageId = $"{mail.Key:N}@{new Uri(site.BaseUrl).IdnHost}",
            Subject = mail.Subject,
            Date = new DateTimeOffset(mail.QueuedUtc).ToOffset(JapanTime.Offset),
            Body = new MultipartAlternative { Part(TextFormat.Plain, mail.Text), Part(TextFormat.Html, mail.Html) },
        };
        message.From.Add(new MailboxAddress(sender, settings.From!));
        message.To.Add(new MailboxAddress(null, Written(mail.Recipient)));
        if (mail.ReplyTo is { } office)
        {
            message.ReplyTo.Add(new MailboxAddress(null, office));
        }

        if (mail.Kind != MailKind.InquiryAnswer)
        {
            // An answer is written by a person; all other mails are not.
            message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        }

        // Exchange heeds only this one: no out-of-office answer comes back to the office. Reports of failed delivery still do.
        message.Headers.Add("X-Auto-Response-Suppress", "OOF, AutoReply");
        message.Headers.Add(HeaderId.ContentLanguage, "ja");
        return message;
    }

    // Dots in a row or at the end, as docomo and au once gave them out, need quotation marks (RFC 5321 4.1.2).
    private static string Written(string address)
    {
        var at = address.LastIndexOf('@');
        var local = address[..at];
        return local.EndsWith('.') || local.Contains("..", StringComparison.Ordinal) ? $"\"{local}\"{address[at..]}" : address;
    }

    private static TextPart Part(TextFormat format, string text)
    {
        var part = new TextPart(format) { ContentTransferEncoding = ContentEncoding.Base64 };
        part.SetText(System.Text.Encoding.UTF8, text);
        return part;
    }
}
