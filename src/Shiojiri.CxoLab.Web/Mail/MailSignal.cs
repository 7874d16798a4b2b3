using System.Threading.Channels;

namespace Shiojiri.CxoLab.Web.Mail;

/// <summary>Wakes the sender when a mail has been queued in this process.</summary>
internal sealed class MailSignal
{
    private readonly Channel<bool> _bell = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Wake() => _bell.Writer.TryWrite(true);

    /// <summary>Returns when woken, or after a while: another process may have queued a mail, or a retry may be due.</summary>
    public async Task WaitAsync(TimeSpan longest, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(longest);
        try
        {
            await _bell.Reader.ReadAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
        }
    }
}
