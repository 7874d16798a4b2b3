using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Hosting;
using Shiojiri.CxoLab.Web.Mail;

namespace Shiojiri.CxoLab.Web.Features.Apply;

/// <summary>Mails an address where its applications stand, and gives nothing away to whoever asks, not by words and not by time.</summary>
internal sealed class StatusSummaryService(CxoLabDb db, ProgrammeClock clock, MailComposer composer)
{
    /// <summary>Longer than storing the mail takes.</summary>
    private static readonly TimeSpan AnswersAfter = TimeSpan.FromMilliseconds(400);

    /// <param name="email">A folded address.</param>
    public async Task AskAsync(string email, CancellationToken ct)
    {
        var floor = Task.Delay(AnswersAfter, ct);
        try
        {
            await QueueAsync(email, ct);
        }
        catch (DbUpdateException lost) when (UniqueViolation.Is(lost))
        {
            // Asked for twice at the same moment: the other one has queued it.
        }

        await floor;
    }

    private async Task QueueAsync(string email, CancellationToken ct)
    {
        var key = Application.EmailKey(email);
        var found = await db.Applications.AsNoTracking()
            .Where(a => a.MergedIntoId == null && a.Email != null && (a.NormalizedEmail == key || a.Merged.Any(m => m.NormalizedEmail == key)))
            .Join(db.Cohorts, a => a.CohortId, c => c.Id, (a, c) => new { Application = a, c.Ordinal })
            .OrderByDescending(f => f.Ordinal).ThenByDescending(f => f.Application.ReceivedUtc).ThenByDescending(f => f.Application.Id)
            .Select(f => f.Application)
            .Take(StatusSummary.MostApplications)
            .ToListAsync(ct);

        // An address of an application that was put under another one: the mail goes where that other one is reached, and nowhere else.
        var own = found.Where(a => a.NormalizedEmail == key).ToList();
        var applications = own.Count > 0 ? own : found.Where(a => a.NormalizedEmail == found[0].NormalizedEmail).ToList();
        var (now, since) = (clock.RealUtcNow, clock.RealUtcNow - StatusSummary.AtMostEvery);

        // The address as each application has it may differ in case.
        var addresses = applications.Select(a => a.Email!).Distinct().ToList();
        if (applications.Count == 0
            || await db.OutgoingMails.AnyAsync(m => m.Kind == MailKind.StatusSummary && m.QueuedUtc > since && addresses.Contains(m.Recipient), ct))
        {
            return;
        }

        var occasion = StatusSummary.OccasionOf(applications[0], now);
        await composer.QueueAsync(MailKind.StatusSummary, new MailRequest.Summary(applications, occasion, clock.Today), ct);
        await db.SaveChangesAsync(ct);
    }
}
