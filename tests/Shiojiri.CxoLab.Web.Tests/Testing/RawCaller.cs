using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace Shiojiri.CxoLab.Web.Tests.Testing;

/// <summary>Sends bytes as they stand and reads until the server closes, at a real port.</summary>
internal static partial class RawCaller
{
    /// <summary>The statuses of all answers on one connection. What is sent must lead to its end: the server closes it, or is asked to by the last request.</summary>
    public static async Task<IReadOnlyList<int>> AskAsync(int port, byte[] request)
    {
        using var client = new TcpClient("127.0.0.1", port);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var wire = client.GetStream();
        var sending = SendAsync(wire, request, patience.Token);
        using var answers = new MemoryStream();
        try
        {
            await wire.CopyToAsync(answers, patience.Token);
        }
        catch (IOException)
        {
            // It closed before it had read all; what it said stands.
        }

        await sending;
        return [.. StatusLine().Matches(Encoding.Latin1.GetString(answers.ToArray())).Select(line => int.Parse(line.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture))];
    }

    public static Task<IReadOnlyList<int>> AskAsync(int port, string request) => AskAsync(port, Encoding.Latin1.GetBytes(request));

    private static async Task SendAsync(NetworkStream wire, byte[] request, CancellationToken ct)
    {
        try
        {
            await wire.WriteAsync(request, ct);
        }
        catch (IOException)
        {
        }
    }

    [GeneratedRegex("HTTP/1\\.[01] (\\d{3}) ")]
    private static partial Regex StatusLine();
}
