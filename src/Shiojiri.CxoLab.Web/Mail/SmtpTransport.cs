using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Mail;

/// <summary>
/// Hands each mail to the configured server; mails that follow one another closely share a connection. Only a refusal of this very
/// mail (5xx to sender, recipient or content) is final: a wrong password or certificate is the site's trouble, and the mail waits
/// until it is mended.
/// </summary>
internal sealed class SmtpTransport(IOptions<MailSettings> mail, IOptions<SiteSettings> site, CurrentSettings current, TimeProvider time) : IMailTransport, IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Goodbye = TimeSpan.FromSeconds(5);

    // Whoever sends takes it out, so that no two ever speak on the same connection.
    private Connection? _idle;

    public async Task<MailTrouble?> SendAsync(OutgoingMail letter, CancellationToken ct)
    {
        SmtpClient? client = null;
        try
        {
            client = await IdleAsync(ct) ?? await ConnectAsync(() => client = NewClient(), ct);
            await client.SendAsync(MimeLetter.Of(letter, mail.Value, site.Value, current.Programme.OfficeName), ct);
            return null;
        }
        catch (SmtpCommandException refused)
        {
            return new MailTrouble($"{(int)refused.StatusCode} {refused.Message}", IsFinal(refused));
        }
        catch (Exception trouble) when (IsTrouble(trouble))
        {
            return new MailTrouble($"{trouble.GetType().Name}: {trouble.Message}", IsPermanent: false);
        }
        finally
        {
            Keep(client, ct);
        }
    }

    /// <summary>
    /// Goes the way of a mail without one: connects, signs in, names the sender, names the sender as recipient, and takes it back.
    /// Null when the server would have taken it.
    /// </summary>
    public async Task<SmtpProbe?> ProbeAsync(CancellationToken ct)
    {
        using var client = new Asking { Timeout = mail.Value.TimeoutSeconds * 1000, LocalDomain = new Uri(site.Value.BaseUrl).IdnHost };
        try
        {
            await ConnectAsync(() => client, ct);
            if (await client.RefusesAsync($"MAIL FROM:<{mail.Value.From}>", ct) is { } sender)
            {
                return new SmtpProbe(SmtpStep.Sender, sender);
            }

            var recipient = await client.RefusesAsync($"RCPT TO:<{mail.Value.From}>", ct);
            await client.RefusesAsync("RSET", ct);
            await client.DisconnectAsync(quit: true, ct);
            return recipient is null ? null : new SmtpProbe(SmtpStep.Recipient, recipient);
        }
        catch (Exception trouble) when (IsTrouble(trouble) || trouble is SmtpCommandException)
        {
            // What is said of a sign-in may hold the name that was used for it.
            return trouble switch
            {
                SslHandshakeException or NotSupportedException => new(SmtpStep.Tls, (trouble.InnerException ?? trouble).Message.Split('\n')[0].Trim()),
                AuthenticationException or SmtpCommandException { StatusCode: SmtpStatusCode.AuthenticationRequired or SmtpStatusCode.AuthenticationInvalidCredentials } =>
                    new(SmtpStep.SignIn, ""),
                _ => new(SmtpStep.Connect, trouble.Message),
            };
        }
    }

    public async ValueTask RestAsync()
    {
        if (Interlocked.Exchange(ref _idle, null) is not { } idle)
        {
            return;
        }

        using var client = idle.Client;
        using var patience = new CancellationTokenSource(Goodbye, time);
        try
        {
            await client.DisconnectAsync(quit: true, patience.Token);
        }
        catch (Exception rude) when (IsTrouble(rude) || rude is SmtpCommandException or OperationCanceledException)
        {
            // All its mails have been taken; a rude goodbye changes nothing about that.
        }
    }

    public void Dispose() => Interlocked.Exchange(ref _idle, null)?.Client.Dispose();

    private SmtpClient NewClient() => new() { Timeout = mail.Value.TimeoutSeconds * 1000, LocalDomain = new Uri(site.Value.BaseUrl).IdnHost };

    private async Task<SmtpClient> ConnectAsync(Func<SmtpClient> make, CancellationToken ct)
    {
        var (client, settings) = (make(), mail.Value);
        await client.ConnectAsync(settings.Host!, settings.Port, Security(settings.Security), ct);
        if (!string.IsNullOrEmpty(settings.User))
        {
            await client.AuthenticateAsync(settings.User, settings.Password ?? "", ct);
        }

        return client;
    }

    // The server is asked first: a mail shall not be lost half way on a connection that it has closed meanwhile.
    private async Task<SmtpClient?> IdleAsync(CancellationToken ct)
    {
        if (Interlocked.Exchange(ref _idle, null) is not var (client, sinceUtc))
        {
            return null;
        }

        try
        {
            if (time.GetUtcNow() - sinceUtc < Kept && client.IsConnected)
            {
                await client.NoOpAsync(ct);
                return client;
            }
        }
        catch (Exception closed) when (IsTrouble(closed) || closed is SmtpCommandException)
        {
        }
        catch (OperationCanceledException)
        {
            client.Dispose();
            throw;
        }

        client.Dispose();
        return null;
    }

    // After a refusal the connection has been reset and serves the next mail as well; after anything else it is closed.
    private void Keep(SmtpClient? client, CancellationToken ct)
    {
        if (client is null)
        {
            return;
        }

        var isReady = client.IsConnected && (client.IsAuthenticated || string.IsNullOrEmpty(mail.Value.User)) && !ct.IsCancellationRequested;
        (isReady ? Interlocked.Exchange(ref _idle, new Connection(client, time.GetUtcNow()))?.Client : client)?.Dispose();
    }

    private static bool IsFinal(SmtpCommandException refused) =>
        (int)refused.StatusCode >= 500
        && refused.ErrorCode is SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.SenderNotAccepted or SmtpErrorCode.MessageNotAccepted
        && refused.StatusCode is not (SmtpStatusCode.AuthenticationRequired or SmtpStatusCode.AuthenticationInvalidCredentials);

    private static bool IsTrouble(Exception trouble) => trouble is IOException or SocketException or SmtpProtocolException or TimeoutException
        or AuthenticationException or SslHandshakeException or NotSupportedException or ServiceNotConnectedException or ServiceNotAuthenticatedException;

    private static SecureSocketOptions Security(MailSecurity security) => security switch
    {
        MailSecurity.None => SecureSocketOptions.None,
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.StartTls => SecureSocketOptions.StartTls,
        _ => throw new ArgumentOutOfRangeException(nameof(security), security, null),
    };

    private sealed record Connection(SmtpClient Client, DateTimeOffset SinceUtc);

    private sealed class Asking : SmtpClient
    {
        /// <summary>The server's words when it refuses a command; null when it takes it.</summary>
        public async Task<string?> RefusesAsync(string command, CancellationToken ct)
        {
            var reply = await SendCommandAsync(command, ct);
            return (int)reply.StatusCode < 300 ? null : $"{(int)reply.StatusCode} {reply.Response}";
        }
    }
}

/// <summary>How far a mail would come.</summary>
internal enum SmtpStep
{
    Connect,
    Tls,
    SignIn,
    Sender,
    Recipient,
}

/// <summary>Where a mail would have been stopped, and by which words.</summary>
internal sealed record SmtpProbe(SmtpStep Step, string Reply);
