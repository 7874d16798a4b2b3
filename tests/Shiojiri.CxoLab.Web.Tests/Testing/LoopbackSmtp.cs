using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Shiojiri.CxoLab.Web.Tests.Testing;

/// <summary>How the mail server of a test behaves.</summary>
internal enum SmtpMood
{
    Accepts,
    GreetsWith421,
    RejectsRecipientForNow,
    RejectsRecipient,
    RejectsSender,
    RejectsContent,
    DropsInData,
    DropsAfterData,
    NeverGreets,
    Slow,
    MailboxBusy,
    StallsInData,
    RejectsPassword,
    BreaksTls,
    WrongCertificate,
}

/// <summary>A mail server on loopback that speaks just enough SMTP to be polite, rude or silent. It keeps what it accepted.</summary>
internal sealed class LoopbackSmtp : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _serving;
    private readonly TaskCompletionSource _called = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _connections;

    public LoopbackSmtp(SmtpMood mood)
    {
        Mood = mood;
        _listener.Start();
        _serving = ServeAsync();
    }

    public SmtpMood Mood { get; set; }

    public ConcurrentQueue<string> Accepted { get; } = new();

    public ConcurrentQueue<string> Recipients { get; } = new();

    /// <summary>Who calls is kept waiting until then.</summary>
    public Task Greets { get; set; } = Task.CompletedTask;

    /// <summary>Somebody has called.</summary>
    public Task Called => _called.Task;
    /// <summary>How often somebody has connected.</summary>
    public int Connections => _connections;

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public Dictionary<string, string?> Settings => new()
    {
        ["Mail:Transport"] = "Smtp",
        ["Mail:Host"] = "127.0.0.1",
        ["Mail:Port"] = Port.ToString(),
        ["Mail:Security"] = "None",
        ["Mail:TimeoutSeconds"] = "2",
    };

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _serving;
        _end.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_end.Token);
                Interlocked.Increment(ref _connections);
                _ = TalkAsync(client);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        try
        {
            using var _ = client;
            await using var stream = client.GetStream();
            await GreetAsync(stream);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException or AuthenticationException)
        {
        }
    }

    private async Task GreetAsync(Stream stream)
    {
        _called.TrySetResult();
        await Greets.WaitAsync(_end.Token);
        switch (Mood)
        {
            case SmtpMood.NeverGreets:
                await Task.Delay(Timeout.Infinite, _end.Token);
                break;
            case SmtpMood.GreetsWith421:
                await stream.WriteAsync("421 too busy\r\n"u8.ToArray());
                return;
            case SmtpMood.Slow:
                await Task.Delay(700, _end.Token);
                break;
        }

        await stream.WriteAsync("220 test\r\n"u8.ToArray());
        await ConverseAsync(stream);
    }

    private async Task ConverseAsync(Stream stream)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1, leaveOpen: true);
        await using var writer = new StreamWriter(stream, Encoding.Latin1, leaveOpen: true) { AutoFlush = true, NewLine = "\r\n" };
        while (await reader.ReadLineAsync(_end.Token) is { } line)
        {
            var command = line.Split(' ')[0].ToUpperInvariant();
            switch (command)
            {
                case "EHLO" when Mood is SmtpMood.RejectsPassword or SmtpMood.BreaksTls or SmtpMood.WrongCertificate:
                    await writer.WriteLineAsync(Mood == SmtpMood.RejectsPassword ? "250 AUTH PLAIN LOGIN" : "250 STARTTLS");
                    break;
                case "STARTTLS":
                    await writer.WriteLineAsync("220 go on");
                    if (Mood == SmtpMood.WrongCertificate)
                    {
                        await ConverseUnderAsync(stream, "mail.example.org");
                    }

                    return;
                case "AUTH":
                    await writer.WriteLineAsync("535 wrong password");
                    break;
                case "EHLO":
                    await writer.WriteLineAsync("250 8BITMIME");
                    break;
                case "MAIL" when Mood == SmtpMood.RejectsSender:
                    await writer.WriteLineAsync("553 not yours");
                    break;
                case "RCPT" when Mood == SmtpMood.RejectsRecipientForNow:
                    await writer.WriteLineAsync("451 try again later");
                    break;
                case "RCPT" when Mood == SmtpMood.MailboxBusy:
                    await writer.WriteLineAsync("450 mailbox busy");
                    break;
                case "RCPT" when Mood == SmtpMood.RejectsRecipient:
                    await writer.WriteLineAsync("550 no such user here");
                    break;
                case "RCPT":
                    Recipients.Enqueue(line["RCPT TO:".Length..].Split(' ')[0]);
                    await writer.WriteLineAsync("250 fine");
                    break;
                case "DATA":
                    await writer.WriteLineAsync("354 go on");
                    if (Mood == SmtpMood.StallsInData)
                    {
                        await Task.Delay(Timeout.Infinite, _end.Token);
                    }

                    if (Mood == SmtpMood.DropsInData || !await ReceiveAsync(reader, writer))
                    {
                        return;
                    }

                    break;
                case "QUIT":
                    await writer.WriteLineAsync("221 bye");
                    return;
                default:
                    await writer.WriteLineAsync("250 fine");
                    break;
            }
        }
    }

    // Whoever believes a certificate that nobody vouches for talks on, and is heard.
    private async Task ConverseUnderAsync(Stream stream, string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = TimeProvider.System.GetUtcNow();
        using var own = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256).CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        await using var secure = new SslStream(stream, leaveInnerStreamOpen: true);
        await secure.AuthenticateAsServerAsync(own);
        await ConverseAsync(secure);
    }

    private async Task<bool> ReceiveAsync(StreamReader reader, StreamWriter writer)
    {
        var message = new StringBuilder();
        while (await reader.ReadLineAsync(_end.Token) is { } line && line != ".")
        {
            message.Append(line.StartsWith("..", StringComparison.Ordinal) ? line[1..] : line).Append("\r\n");
        }

        if (Mood == SmtpMood.DropsAfterData)
        {
            return false;
        }

        if (Mood == SmtpMood.RejectsContent)
        {
            await writer.WriteLineAsync("554 not that");
            return true;
        }

        Accepted.Enqueue(message.ToString());
        await writer.WriteLineAsync("250 taken");
        return true;
    }
}
