using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Shiojiri.CxoLab.Benchmarks.Nodes;

/// <summary>
/// A mail server on loopback that fails at every so many-th mail: in turn it refuses for now, breaks the connection inside the mail, and takes the whole mail
/// but breaks the connection before it says so. It keeps the Message-Id of every copy that it has read to the end.
/// </summary>
internal sealed class FaultyMailServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly int _everyOf;
    private int _turn;
    private int _fault;
    private int _unacknowledged;

    /// <param name="faultPercent">0, or a share that divides 100.</param>
    public FaultyMailServer(int faultPercent)
    {
        _everyOf = faultPercent == 0 ? 0 : 100 / faultPercent;
        _listener.Start();
        _ = ServeAsync();
    }

    private enum Fault
    {
        None,
        RefusesForNow,
        BreaksInside,
        BreaksBeforeItsAnswer,
    }

    /// <summary>The Message-Id of each copy, in the order they came.</summary>
    public ConcurrentQueue<string> Copies { get; } = new();

    /// <summary>Copies of which the sender doesn't know that they arrived.</summary>
    public int Unacknowledged => _unacknowledged;

    public int Faults => _fault;

    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["Mail__Transport"] = "Smtp",
        ["Mail__Host"] = "127.0.0.1",
        ["Mail__Port"] = ((IPEndPoint)_listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture),
        ["Mail__Security"] = "None",
    };

    public void Dispose()
    {
        _end.Cancel();
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                _ = TalkAsync(await _listener.AcceptTcpClientAsync(_end.Token));
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        try
        {
            using var _ = client;
            await using var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.Latin1);
            await using var writer = new StreamWriter(stream, Encoding.Latin1) { AutoFlush = true, NewLine = "\r\n" };
            await ConverseAsync(reader, writer);
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException or ObjectDisposedException)
        {
        }
    }

    private async Task ConverseAsync(StreamReader reader, StreamWriter writer)
    {
        await writer.WriteLineAsync("220 test");
        var fault = Fault.None;
        while (await reader.ReadLineAsync(_end.Token) is { } line)
        {
            switch (line.Split(' ')[0].ToUpperInvariant())
            {
                case "EHLO":
                    await writer.WriteLineAsync("250 8BITMIME");
                    break;
                case "MAIL":
                    fault = Next();
                    await writer.WriteLineAsync("250 fine");
                    break;
                case "RCPT" when fault == Fault.RefusesForNow:
                    await writer.WriteLineAsync("451 try again later");
                    break;
                case "DATA":
                    await writer.WriteLineAsync("354 go on");
                    if (!await TakeAsync(reader, fault))
                    {
                        return;
                    }

                    await writer.WriteLineAsync("250 taken");
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

    private async Task<bool> TakeAsync(StreamReader reader, Fault fault)
    {
        if (fault == Fault.BreaksInside)
        {
            return false;
        }

        string? id = null;
        var line = await reader.ReadLineAsync(_end.Token);
        for (; line is not null and not "."; line = await reader.ReadLineAsync(_end.Token))
        {
            id ??= line.StartsWith("Message-Id:", StringComparison.OrdinalIgnoreCase) ? line[11..].Trim(' ', '<', '>') : null;
        }

        if (line is null)
        {
            return false; // whoever was sending died in the middle
        }

        Copies.Enqueue(id ?? "");
        if (fault == Fault.BreaksBeforeItsAnswer)
        {
            Interlocked.Increment(ref _unacknowledged);
            return false;
        }

        return true;
    }

    private Fault Next() => _everyOf == 0 || Interlocked.Increment(ref _turn) % _everyOf != 0
        ? Fault.None
        : (Fault)(1 + (Interlocked.Increment(ref _fault) % 3));
}
