using System.Net;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using Shiojiri.CxoLab.Web.Hosting;
using Shiojiri.CxoLab.Web.Mail;

namespace Shiojiri.CxoLab.Web.Commands.Checkups;

/// <summary>Whether the mail server would take a mail of the site. None is sent.</summary>
internal sealed class MailCheckup(IOptions<MailSettings> mail, SmtpTransport smtp, IHostEnvironment environment) : ICheckup
{
    public static string Subject => "mail";

    public async IAsyncEnumerable<Finding> LookAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var settings = mail.Value;
        if (settings.Transport == MailTransport.Folder)
        {
            yield return environment.IsDevelopment()
                ? Finding.Ok($"Mails are written into {settings.Folder}.")
                : Finding.Warn($"Mails are written into {settings.Folder} and reach nobody: Mail:Transport is Folder.");
            yield break;
        }

        if (string.IsNullOrWhiteSpace(settings.Host) || string.IsNullOrWhiteSpace(settings.From))
        {
            yield break; // the settings' own fault, told already
        }

        var trouble = await smtp.ProbeAsync(ct);
        yield return trouble is null
            ? Finding.Ok($"{settings.Host}:{settings.Port} answers{(settings.Security == MailSecurity.None ? "" : " with TLS")}{(string.IsNullOrEmpty(settings.User) ? "" : ", takes the sign-in")} and takes the sender. No mail was sent.")
            : Finding.Fail(Sentence(trouble, settings));

        if (settings.Security == MailSecurity.None && !IsHere(settings.Host))
        {
            yield return Finding.Warn("Mail:Security is None: mails, and the password, cross the network in clear.");
        }
    }

    private static string Sentence(SmtpProbe trouble, MailSettings settings) => trouble.Step switch
    {
        SmtpStep.Connect => $"{settings.Host}:{settings.Port} does not answer ({trouble.Reply}): check Mail:Host and Mail:Port, and whether a firewall lets them through.",
        SmtpStep.Tls => $"{settings.Host}:{settings.Port} agrees on no TLS as Mail:Security ({settings.Security}) wants it ({trouble.Reply}): 587 goes with StartTls, 465 with Tls, and the certificate must be for that name.",
        SmtpStep.SignIn => "The mail server refuses the sign-in: check Mail:User and Mail:Password.",
        SmtpStep.Sender => $"The mail server refuses the sender in Mail:From ({trouble.Reply}): it must be an address that this sign-in may send from.",
        SmtpStep.Recipient => $"The mail server takes no mail to the address in Mail:From ({trouble.Reply}): answers to the site's mails would come back.",
        _ => throw new ArgumentOutOfRangeException(nameof(trouble), trouble.Step, null),
    };

    private static bool IsHere(string host) => host == "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
