using System.Text;

namespace Shiojiri.CxoLab.Benchmarks;

/// <summary>Requests as bytes, made before the clock runs.</summary>
internal static class Request
{
    public static byte[] Get(int port, string path, string? cookie = null, string packing = "") =>
        Encoding.ASCII.GetBytes(
            $"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept: text/html\r\n"
            + (packing.Length == 0 ? "" : $"Accept-Encoding: {packing}\r\n") + $"{Cookie(cookie)}\r\n");

    public static byte[] Post(int port, string path, string? cookie, IEnumerable<KeyValuePair<string, string>> fields)
    {
        // Japanese is percent-encoded, so one character is one byte.
        var body = string.Join('&', fields.Select(f => $"{Uri.EscapeDataString(f.Key)}={Uri.EscapeDataString(f.Value)}"));
        return Encoding.ASCII.GetBytes(
            $"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept: text/html\r\n{Cookie(cookie)}"
            + $"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {body.Length}\r\n\r\n{body}");
    }

    private static string Cookie(string? cookie) => cookie is null ? "" : $"Cookie: {cookie}\r\n";
}
