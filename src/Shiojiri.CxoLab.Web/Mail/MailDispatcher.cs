using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Payments;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Mail;

/// <summary>Delivers one queued mail: claims it for a time, sends it, writes down what came of it.</summary>
internal sealed partial class MailDispatcher(
    CxoLabDb db, IMailTransport transport, IOptions<MailSettings> settings, TimeProvider time, ILogger<MailDispatcher> logger)
{
    /// <summary>How long a mail that is leaving when the site has to end may take: well under the half minute within which a host ends.</summary>
    internal static readonly TimeSpan Farewell = TimeSpan.FromSeconds(10);

    /// <summary>The next ones, those to many last: nobody shall wait for a link behind a thousand of them.</summary>
    public Task<List<int>> DueAsync(int most, CancellationToken ct)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return db.OutgoingMails
            .Where(m => m.State == MailState.Queued && m.NextAttemptUtc <= now && (m.LeasedUntilUtc == null || m.LeasedUntilUtc < now))
            .OrderBy(m => m.Kind == MailKind.Group).ThenBy(m => m.NextAttemptUtc)
            .Select(m => m.Id)
            .Take(most)
            .ToListAsync(ct);
    }

    /// <param name="ct">The site has to end: a mail that is leaving still may for a while, then it is given back.</param>
    public async Task DeliverAsync(int id, CancellationToken ct)
    {
        if (await ClaimAsync(id, ct) is not var (mail, about))
        {
            return;
        }

        if (RefusalOf(mail, about) is { } refusal)
        {
            mail.Stop(refusal);
            Stopped(logger, mail.Key, refusal);
            await StoreAsync(mail, time.GetUtcNow().UtcDateTime);
            return;
        }

        using var farewell = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        await using var ending = ct.Register(() => farewell.CancelAfter(Farewell));
        try
        {
            await WriteDownAsync(mail, await SendAsync(mail, farewell.Token));
        }
        catch (OperationCanceledException) when (farewell.IsCancellationRequested)
        {
            mail.GiveBack(time.GetUtcNow().UtcDateTime);
            await StoreAsync(mail, time.GetUtcNow().UtcDateTime);
        }
    }

    private async Task<MailTrouble?> SendAsync(OutgoingMail mail, CancellationToken farewell)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(farewell);
        limit.CancelAfter(settings.Value.Lease / 2); // all steps together, well under the lease
        try
        {
            return await transport.SendAsync(mail, limit.Token);
        }
        catch (OperationCanceledException) when (!farewell.IsCancellationRequested)
        {
            return new MailTrouble("The server took too long.", IsPermanent: false);
        }
        catch (Exception unforeseen) when (unforeseen is not OperationCanceledException)
        {
            // Whatever it is, it is written down and tried later: a mail must never be stuck without a word.
            return new MailTrouble(UnexpectedErrorLog.Kinds(unforeseen), IsPermanent: false);
        }
    }

    // One conditional update: of two senders that saw the same row, one changes it and the other changes nothing. Once begun it is not
    // cancelled: a claim of which nobody knows would hold the mail back until the lease runs out.
    private async Task<Claimed?> ClaimAsync(int id, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var now = time.GetUtcNow().UtcDateTime;
        var until = now + settings.Value.Lease;
        var lease = Guid.NewGuid();
        var claimed = await db.WriteAsync(
            _ => db.OutgoingMails
                .Where(m => m.Id == id && m.State == MailState.Queued && m.NextAttemptUtc <= now && (m.LeasedUntilUtc == null || m.LeasedUntilUtc < now))
                .ExecuteUpdateAsync(
                    set => set.SetProperty(m => m.Lease, lease)
                        .SetProperty(m => m.LeasedUntilUtc, until)
                        .SetProperty(m => m.Attempts, m => m.Attempts + 1),
                    CancellationToken.None),
            ct);
        return claimed == 0 ? null : await db.OutgoingMails
            .Where(m => m.Id == id && m.Lease == lease)
            .Select(m => new Claimed(
                m,
                m.Application == null
                    ? null
                    : new Told(
                        m.Application.Status, m.Application.Fee, m.Application.ReceivedAmount, m.Application.RefundedAmount, m.Application.DueOn,
                        m.Application.MergedIntoId != null, m.Application.ErasedUtc != null)))
            .SingleOrDefaultAsync(CancellationToken.None);
    }

    // Minutes or days may have passed since it was queued.
    private static MailRefusal? RefusalOf(OutgoingMail mail, Told? about)
    {
        if (about is null)
        {
            return null;
        }

        if (about.IsErased)
        {
            return MailRefusal.Erased;
        }

        if (about.IsMerged)
        {
            return MailRefusal.Merged;
        }

        var balance = Balance.Of(about.Fee, about.ReceivedAmount, about.RefundedAmount);
        var fee = FeeStatus.Of(about.Status, balance, about.DueOn, DateOnly.MinValue);
        return MailRules.RefusalOf(mail.Kind, about.Status, MailRules.FeeMessageOf(fee, balance.HasRefund));
    }

    private async Task WriteDownAsync(OutgoingMail mail, MailTrouble? trouble)
    {
        var patience = mail.LeasedUntilUtc!.Value - (settings.Value.Lease / 8);
        var now = time.GetUtcNow().UtcDateTime;
        if (trouble is null)
        {
            mail.MarkSent(now);
        }
        else
        {
            mail.MarkFailed(trouble.Words, trouble.IsPermanent, now, Random.Shared.NextDouble());
            Failed(logger, mail.Key, mail.Attempts, mail.State, trouble.IsPermanent);
        }

        await StoreAsync(mail, patience);
    }

    // Not to be cancelled: the mail may have left.
    private async Task StoreAsync(OutgoingMail mail, DateTime patienceUtc)
    {
        while (true)
        {
            try
            {
                await db.SaveChangesAsync(CancellationToken.None);
                return;
            }
            catch (DbUpdateConcurrencyException)
            {
                LeaseLost(logger, mail.Key);
                return;
            }
            catch (Exception away) when (DatabaseTrouble.Is(away) && time.GetUtcNow().UtcDateTime < patienceUtc)
            {
                // The mail may have left: it would leave again if this were forgotten.
                await Task.Delay(TimeSpan.FromSeconds(1), CancellationToken.None);
            }
        }
    }

    [LoggerMessage(50, LogLevel.Warning, "Mail {Key} was not delivered at attempt {Attempts}; it is {State} now (permanent: {IsPermanent})")]
    private static partial void Failed(ILogger logger, Guid key, int attempts, MailState state, bool isPermanent);

    [LoggerMessage(51, LogLevel.Warning, "Mail {Key} was stopped: {Refusal}")]
    private static partial void Stopped(ILogger logger, Guid key, MailRefusal refusal);

    [LoggerMessage(52, LogLevel.Warning, "Mail {Key} took longer than its lease")]
    private static partial void LeaseLost(ILogger logger, Guid key);

    /// <summary>A mail in hand, and how the application it tells of stands now; null where it tells of none.</summary>
    private sealed record Claimed(OutgoingMail Mail, Told? About);

    private sealed record Told(ApplicationStatus Status, Yen Fee, Yen ReceivedAmount, Yen RefundedAmount, DateOnly? DueOn, bool IsMerged, bool IsErased);
}
