using System.Text;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Net.Http.Headers;

namespace Shiojiri.CxoLab.Web.Hosting;

/// <summary>
/// Where a request begins and ends (RFC 9112). What two servers may read in two ways is refused, so that nobody can hide a second
/// request from a proxy in front. The server itself refuses most of it; here is the rest.
/// </summary>
internal static class Framing
{
    // Kestrel's own name for the length that it sets aside when a request is chunked as well.
    private const string LengthSetAside = "X-Content-Length";

    public static void BeStrict(KestrelServerOptions kestrel)
    {
        // A line ends with CR LF; a lone LF is for whoever wants to be lenient.
        AppContext.SetSwitch("Microsoft.AspNetCore.Server.Kestrel.DisableHttp1LineFeedTerminators", true);
        kestrel.RequestHeaderEncodingSelector = name => name == HeaderNames.ContentLength ? DigitsOnly.Instance : null;
    }

    /// <summary>Two lengths, codings beyond "chunked", or chunks in HTTP/1.0, which knows none.</summary>
    public static bool IsAmbiguous(HttpRequest request) =>
        request.Headers.TransferEncoding is { Count: > 0 } coding
        && !(HttpProtocol.IsHttp11(request.Protocol)
            && string.Equals(coding.ToString(), "chunked", StringComparison.OrdinalIgnoreCase)
            && !request.Headers.ContainsKey(LengthSetAside));

    /// <summary>Names of methods are told apart by their case (RFC 9110, 9.1); the framework's own comparison is not.</summary>
    public static bool IsReading(string method) => method is "GET" or "HEAD";

    /// <summary>The server parses a length as a number, "+3" among them. What is no digit becomes a sign that no number has.</summary>
    private sealed class DigitsOnly : Encoding
    {
        public static readonly DigitsOnly Instance = new();

        public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex)
        {
            // The server has room for twenty signs and takes no length of so many.
            var count = Math.Min(byteCount, chars.Length - charIndex);
            for (var i = 0; i < count; i++)
            {
                chars[charIndex + i] = char.IsAsciiDigit((char)bytes[byteIndex + i]) ? (char)bytes[byteIndex + i] : '?';
            }

            return count;
        }

        public override int GetByteCount(char[] chars, int index, int count) => count;

        public override int GetCharCount(byte[] bytes, int index, int count) => count;

        public override int GetMaxByteCount(int charCount) => charCount;

        public override int GetMaxCharCount(int byteCount) => byteCount;

        public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex) => throw new NotSupportedException();
    }
}
