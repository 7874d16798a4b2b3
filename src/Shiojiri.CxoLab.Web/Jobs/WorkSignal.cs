using System.Threading.Channels;

namespace Shiojiri.CxoLab.Web.Jobs;

/// <summary>Calls a background loop to its work before its time: something for it has come in on this node. Calls that it has not heard yet are few, and one too many is dropped.</summary>
internal sealed class WorkSignal<TLoop>(int mostUnheard)
{
    private readonly Channel<string> _calls =
        Channel.CreateBounded<string>(new BoundedChannelOptions(mostUnheard) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>The work that is called for, where the loop does several kinds.</summary>
    public void Call(string work = "") => _calls.Writer.TryWrite(work);

    /// <summary>The work that was called for; null when none was for a while: another process may have something, or a time may have come.</summary>
    public async Task<string?> WaitAsync(TimeSpan longest, TimeProvider time, CancellationToken ct)
    {
        if (_calls.Reader.TryRead(out var unheard))
        {
            return unheard;
        }

        using var patience = new CancellationTokenSource(longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, patience.Token);
        try
        {
            return await _calls.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return null;
        }
    }
}
