using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Shiojiri.CxoLab.Benchmarks;

/// <summary>An answer with its headers in the order they came.</summary>
internal sealed record Answer(int Status, IReadOnlyList<KeyValuePair<string, string>> Headers, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public string? Header(string name) => Headers.FirstOrDefault(h => h.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
}

/// <summary>
/// One kept connection to this machine's loopback. HttpClient would take more of the shared cores than a bare endpoint does, and so
/// flatter the site; this one only sends bytes and finds the end of the answer.
/// </summary>
internal sealed class WireClient : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)
    {
        NoDelay = true,
        ReceiveTimeout = 30_000,
        SendTimeout = 30_000,
    };

    private readonly byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;

    public WireClient(int port) => _socket.Connect(IPAddress.Loopback, port);

    /// <summary>Sends a request and reads its answer to the end without keeping it.</summary>
    public void Expect(byte[] request, int status)
    {
        Send(request);
        var got = Head(null);
        if (got.Status != status)
        {
            throw new InvalidOperationException($"An answer of {got.Status} instead of {status}: what is measured is not what was meant.");
        }

        Body(got, null);
    }

    public Answer Ask(byte[] request)
    {
        Send(request);
        var headers = new List<KeyValuePair<string, string>>();
        var head = Head(headers);
        using var body = new MemoryStream();
        Body(head, body);
        return new Answer(head.Status, headers, body.ToArray());
    }

    public void Dispose() => _socket.Dispose();

    private void Send(byte[] request)
    {
        for (var sent = 0; sent < request.Length;)
        {
            sent += _socket.Send(request, sent, request.Length - sent, SocketFlags.None);
        }
    }

    private (int Status, int Length) Head(List<KeyValuePair<string, string>>? headers)
    {
        var status = int.Parse(Line().AsSpan(9, 3), NumberStyles.None, CultureInfo.InvariantCulture);
        var length = 0;
        while (Line() is { Length: > 0 } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var name = line.AsSpan(0, colon);
            var value = line.AsSpan(colon + 1).Trim();
            if (name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase))
            {
                length = int.Parse(value, NumberStyles.None, CultureInfo.InvariantCulture);
            }
            else if (name.Equals("Transfer-Encoding", StringComparison.OrdinalIgnoreCase))
            {
                length = -1;
            }

            headers?.Add(new(name.ToString(), value.ToString()));
        }

        return (status, length);
    }

    private void Body((int Status, int Length) head, MemoryStream? kept)
    {
        if (head.Length >= 0)
        {
            Take(head.Length, kept);
            return;
        }

        int chunk;
        do
        {
            chunk = int.Parse(Line(), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            Take(chunk, kept);
            Line();
        }
        while (chunk > 0);
    }

    private string Line()
    {
        int length;
        while ((length = _buffer.AsSpan(_start, _end - _start).IndexOf("\r\n"u8)) < 0)
        {
            Fill();
        }

        var line = Encoding.ASCII.GetString(_buffer, _start, length);
        _start += length + 2;
        return line;
    }

    private void Take(int length, MemoryStream? kept)
    {
        while (length > 0)
        {
            if (_start == _end)
            {
                Fill();
            }

            var part = Math.Min(length, _end - _start);
            kept?.Write(_buffer, _start, part);
            _start += part;
            length -= part;
        }
    }

    private void Fill()
    {
        if (_start > 0)
        {
            Buffer.BlockCopy(_buffer, _start, _buffer, 0, _end - _start);
            _end -= _start;
            _start = 0;
        }

        var got = _socket.Receive(_buffer, _end, _buffer.Length - _end, SocketFlags.None);
        if (got == 0)
        {
            throw new IOException("The server closed the connection.");
        }

        _end += got;
    }
}
