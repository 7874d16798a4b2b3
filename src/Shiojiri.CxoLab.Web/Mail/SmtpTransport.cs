using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Mail;

/// <summary>
/// Hands each mail to the configured server. Only a refusal of this very mail (5xx to sender, recipient or content) is final:
/// a wrong password or certificate is the site's trouble, and the mail waits until it is mended.
/// </summary>
internal sealed class SmtpTransport(IOptions<MailSettings> mail, IOptions<SiteSettings> site) : IMailTransport
{
    public async Task<MailTrouble?> SendAsync(OutgoingMail letter, CancellationToken ct)
    {
        var settings = mail.Value;
        using var client = new SmtpClient { Timeout = settings.TimeoutSeconds * 1000, LocalDomain = new Uri(site.Value.BaseUrl).IdnHost };
        try
        {
            await client.ConnectAsync(settings.Host!, settings.Port, Security(settings.Security), ct);
            if (!string.IsNullOrEmpty(settings.User))
            {
                await client.AuthenticateAsync(settings.User, settings.Password ?? "", ct);
            }

            await client.SendAsync(MimeLetter.Of(letter, settings, site.Value), ct);
        }
        catch (SmtpCommandException refused)
        {
            return new MailTrouble($"{(int)refused.StatusCode} {refused.Message}", IsFinal(refused));
        }
        catch (Exception trouble) when (trouble is IOException or SocketException or SmtpProtocolException or TimeoutException
            or AuthenticationException or SslHandshakeException or NotSupportedException or ServiceNotConnectedException or ServiceNotAuthenticatedException)
        {
            return new MailTrouble($"{trouble.GetType().Name}: {trouble.Message}", IsPermanent: false);
        }

        await LeaveAsync(client, ct);
        return null;
    }

    private static bool IsFinal(SmtpCommandException refused) =>
        (int)refused.StatusCode >= 500
        && refused.ErrorCode is SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.SenderNotAccepted or SmtpErrorCode.MessageNotAccepted
        && refused.StatusCode is not (SmtpStatusCode.AuthenticationRequired or SmtpStatusCode.AuthenticationInvalidCredentials);

    // The mail has been taken; a rude goodbye changes nothing about that.
    private static async Task LeaveAsync(SmtpClient client, CancellationToken ct)
    {
        try
        {
            await client.DisconnectAsync(quit: true, ct);
        }
        catch (Exception rude) when (rude is IOException or SocketException or SmtpProtocolException or SmtpCommandException
            or TimeoutException or OperationCanceledException)
        {
        }
    }

    private static SecureSocketOptions Security(MailSecurity security) => security switch
    {
        MailSecurity.None => SecureSocketOptions.None,
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        _ => SecureSocketOptions.StartTls,
    };
}
