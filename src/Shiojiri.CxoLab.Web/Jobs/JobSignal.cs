using System.Threading.Channels;

namespace Shiojiri.CxoLab.Web.Jobs;

/// <summary>Asks for a job before its time: something for it has come in on this node.</summary>
internal sealed class JobSignal
{
    private readonly Channel<string> _names = Channel.CreateBounded<string>(new BoundedChannelOptions(16) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Ask(string name) => _names.Writer.TryWrite(name);

    /// <summary>The job that was asked for; null when none was for a while.</summary>
    public async Task<string?> WaitAsync(TimeSpan longest, TimeProvider time, CancellationToken ct)
    {
        using var patience = new CancellationTokenSource(longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, patience.Token);
        try
        {
            return await _names.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return null;
        }
    }
}
