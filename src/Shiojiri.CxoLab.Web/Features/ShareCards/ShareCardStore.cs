using System.Collections.Concurrent;
using Shiojiri.CxoLab.Web.Pictures;

namespace Shiojiri.CxoLab.Web.Features.ShareCards;

/// <summary>The share cards that this node has drawn, a few at least. One is drawn at a time: the pages go before.</summary>
internal sealed class ShareCardStore : IDisposable
{
    private const int Most = 100;

    private readonly ConcurrentDictionary<string, byte[]> _drawn = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Null where no picture can be drawn.</summary>
    public async Task<byte[]?> FindAsync(string token, ShareCard card, CancellationToken ct)
    {
        if (_drawn.TryGetValue(token, out var known))
        {
            return known;
        }

        await _turn.WaitAsync(ct);
        try
        {
            if (_drawn.TryGetValue(token, out known) || ShareCardDrawing.Draw(card) is not { } png)
            {
                return known;
            }

            if (_drawn.Count >= Most)
            {
                _drawn.Clear();
            }

            return _drawn[token] = png;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();
}
