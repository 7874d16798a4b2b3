using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;

namespace Shiojiri.CxoLab.Web.Features.FinishedPages;

/// <summary>A public page as it leaves the house: its bytes in each packing, and every header that goes with them.</summary>
internal sealed class FinishedPage
{
    private static readonly HashSet<string> OfOneAnswer = new(StringComparer.OrdinalIgnoreCase)
    {
        "Date", "Content-Length", "Content-Encoding", "Transfer-Encoding", "ETag", "Connection",
    };

    private readonly Packing _plain;
    private readonly Packing _gzip;
    private readonly Packing _brotli;
    private KeyValuePair<string, StringValues>[] _headers = [];

    /// <param name="body">As rendered.</param>
    /// <param name="validity">From when until when, and on which state of the site.</param>
    public FinishedPage(byte[] body, Validity validity)
    {
        Validity = validity;
        var tag = Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 12));
        _plain = new Packing(body, default, $"\"{tag}\"");
        _gzip = new Packing(Packed(body, stream => new GZipStream(stream, CompressionLevel.SmallestSize)), "gzip", $"\"{tag}-gz\"");
        _brotli = new Packing(Packed(body, stream => new BrotliStream(stream, CompressionLevel.SmallestSize)), "br", $"\"{tag}-br\"");
    }

    public Validity Validity { get; }

    public int Size => _plain.Body.Length + _gzip.Body.Length + _brotli.Body.Length;

    /// <summary>Keeps what the first answer carries for all that follow, but for what belongs to that answer alone.</summary>
    public void KeepHeaders(IHeaderDictionary headers) => _headers = [.. headers.Where(h => !OfOneAnswer.Contains(h.Key))];

    /// <summary>The first answer, whose headers the site is still to add to.</summary>
    public Task WriteFirstAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-cache";
        context.Response.Headers.Vary = "Accept-Encoding";
        return WriteBodyAsync(context, Choose(context));
    }

    public Task WriteAsync(HttpContext context)
    {
        var response = context.Response;
        foreach (var (name, value) in _headers)
        {
            response.Headers[name] = value;
        }

        var packing = Choose(context);
        if (IsKnown(context.Request.Headers.IfNoneMatch, packing.Tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            response.Headers.ContentType = default;
            return Task.CompletedTask;
        }

        return WriteBodyAsync(context, packing);
    }

    private Packing Choose(HttpContext context)
    {
        var packing = For(context.Request.Headers.AcceptEncoding);
        context.Response.Headers.ETag = packing.Tag;
        if (packing.Encoding.Count > 0)
        {
            context.Response.Headers.ContentEncoding = packing.Encoding;
        }

        return packing;
    }

    private static Task WriteBodyAsync(HttpContext context, Packing packing)
    {
        context.Response.ContentLength = packing.Body.Length;
        return HttpMethods.IsHead(context.Request.Method)
            ? Task.CompletedTask : context.Response.Body.WriteAsync(packing.Body, 0, packing.Body.Length, context.RequestAborted);
    }

    private Packing For(StringValues accepted) =>
        accepted.Count == 0 ? _plain : AcceptedPacking.Takes(accepted, "br") ? _brotli : AcceptedPacking.Takes(accepted, "gzip") ? _gzip : _plain;

    private static bool IsKnown(StringValues known, StringValues tag)
    {
        foreach (var value in known)
        {
            if (value is not null && (value == "*" || value.Contains(tag.ToString(), StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }

    private static byte[] Packed(byte[] body, Func<Stream, Stream> packing)
    {
        using var packed = new MemoryStream();
        using (var stream = packing(packed))
        {
            stream.Write(body);
        }

        return packed.ToArray();
    }

    private sealed record Packing(byte[] Body, StringValues Encoding, StringValues Tag);
}

/// <summary>How long a page is what the site would render.</summary>
/// <param name="FromUtc">The programme's time at which it was rendered.</param>
/// <param name="UntilUtc">The next moment at which the clock alone changes something that visitors see.</param>
/// <param name="Stamp">The state of what staff keep.</param>
internal readonly record struct Validity(DateTime FromUtc, DateTime UntilUtc, Guid Stamp)
{
    public bool HoldsAt(DateTime nowUtc, Guid? stamp) => stamp == Stamp && FromUtc <= nowUtc && nowUtc < UntilUtc;
}
