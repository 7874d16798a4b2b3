using System.Collections.Concurrent;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Features.FinishedPages;

/// <summary>The finished pages of this node by their paths. What no longer holds is never handed out; it makes room when its page is rendered anew.</summary>
internal sealed class FinishedPageStore(SiteSnapshot snapshot, PublicMoments moments, ProgrammeClock clock)
{
    /// <summary>Bytes of all packings together. Whoever asks for one address in many spellings fills this and no more.</summary>
    public const int MostBytes = 32 * 1024 * 1024;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, FinishedPage> _pages = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _turns = new(StringComparer.Ordinal);
    private int _bytes;

    public FinishedPage? Find(string path) =>
        _pages.TryGetValue(path, out var page) && page.Validity.HoldsAt(clock.UtcNow, snapshot.Stamp) ? page : null;

    /// <summary>What a page that is rendered from now on holds for; null while nothing was read yet. To be asked for before it is rendered.</summary>
    public Validity? Begin()
    {
        var (now, stamp) = (clock.UtcNow, snapshot.Stamp);
        return stamp is { } state ? new Validity(now, moments.NextAfter(now), state) : null;
    }

    public void Put(string path, FinishedPage page)
    {
        if (Volatile.Read(ref _bytes) + page.Size > MostBytes)
        {
            _pages.Clear();
            Interlocked.Exchange(ref _bytes, 0);
        }

        var before = 0;
        _pages.AddOrUpdate(path, page, (_, old) =>
        {
            before = old.Size;
            return page;
        });
        Interlocked.Add(ref _bytes, page.Size - before);
    }

    /// <summary>
    /// Lets one request at a time render a page; whoever waited finds it finished. Null when the one before takes long, as with a database
    /// that does not answer: then nobody stands in line behind it.
    /// </summary>
    public async Task<IDisposable?> TakeTurnAsync(string pattern, CancellationToken ct)
    {
        var turn = _turns.GetOrAdd(pattern, _ => new SemaphoreSlim(1, 1));
        return await turn.WaitAsync(LongestWait, ct) ? new Turn(turn) : null;
    }

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
