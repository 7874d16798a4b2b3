using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Decisions;

/// <summary>Stops the mails of decisions before they leave, as far as the sender is not quicker. The decisions stand.</summary>
internal sealed partial class DecisionMailService(
    CxoLabDb db, DecidedQuery decided, AuditTrail audit, StaffSaveService saves, ILogger<DecisionMailService> logger)
{
    /// <param name="only">One mail; null: all of the batch that wait.</param>
    /// <returns>How many were stopped, and whose mails had left; null when there is no such batch to be seen.</returns>
    public Task<StoppedMails?> StopAsync(Guid batch, Guid? only, CancellationToken ct) =>
        LostRace.RetryAsync(db, (_, token) => TryStopAsync(batch, only, token), () => new StoppedMails(0, []), ct, LostRace.ManyRounds);

    // The sender takes one mail after the other: of each round that is lost, at least one mail has left.
    private async Task<StoppedMails?> TryStopAsync(Guid batch, Guid? only, CancellationToken ct)
    {
        if (await decided.FindAsync(batch, ct) is not { } page)
        {
            return null;
        }

        var meant = page.Rows.Where(r => r.Mail is { } mail && (only is null || mail.Key == only)).ToList();
        var keys = meant.Where(r => r.Mail!.CanBeStopped).Select(r => r.Mail!.Key).ToList();
        var mails = await db.OutgoingMails.Include(m => m.Application).Where(m => keys.Contains(m.Key) && m.State == MailState.Queued).ToListAsync(ct);
        foreach (var mail in mails.Where(m => m.CanBeCancelledAt(saves.RealUtcNow)))
        {
            mail.Cancel(saves.RealUtcNow);
            audit.Write(AuditAction.MailCancelled, mail.Application!.Number, new { State = MailState.Queued }, new { Mail = mail.Key, mail.State, Batch = batch });
        }

        await db.SaveChangesAsync(ct);
        var stopped = mails.Count(m => m.State == MailState.Cancelled);
        var gone = meant.Where(r => r.Mail!.IsGone || mails.Any(m => m.Key == r.Mail.Key && m.State == MailState.Queued)).Select(r => r.Name).ToList();
        Stopped(logger, stopped, batch, gone.Count);
        return new StoppedMails(stopped, gone);
    }

    [LoggerMessage(65, LogLevel.Information, "{Count} mails of the decisions {Batch} were stopped; {Gone} had left")]
    private static partial void Stopped(ILogger logger, int count, Guid batch, int gone);
}

/// <param name="Gone">Whose mails had left, or were leaving.</param>
internal sealed record StoppedMails(int Count, IReadOnlyList<string> Gone)
{
    private const int MostNames = 5;

    /// <summary>What the next page says.</summary>
    public string Words => (Count, Gone.Count) switch
    {
        (0, 0) => "止めるメールはありませんでした",
        (0, _) => $"止められませんでした。{Names}のメールは、先に送られていました",
        (_, 0) => $"メール{Count}通を止めました",
        _ => $"メール{Count}通を止めました。{Names}のメールは、先に送られていました",
    };

    private string Names => $"{string.Join("、", Gone.Take(MostNames).Select(n => $"{n}さん"))}{(Gone.Count > MostNames ? $"ほか{Gone.Count - MostNames}名" : "")}";
}
