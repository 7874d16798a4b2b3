using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Web.Hosting.Telemetry;

namespace Shiojiri.CxoLab.Web.Data;

/// <summary>Counts what a save has stored, after it was stored, whoever saves. Registered only where somebody takes the counts.</summary>
internal sealed class SavedCounts(SiteMetrics metrics) : SaveChangesInterceptor
{
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var db = (CxoLabDb)eventData.Context!;
        var tracker = db.ChangeTracker;
        List<Action<SiteMetrics>> counts =
        [
            .. tracker.Entries<Application>().Where(e => e.State == EntityState.Added).Select(e => SignUp(e.Entity.Status == ApplicationStatus.Waitlisted ? "waitlisted" : "accepted")),
            .. tracker.Entries<RepeatSubmission>().Where(e => e.State == EntityState.Added).Select(_ => SignUp("repeated")),
            .. tracker.Entries<OutgoingMail>()
                .Where(e => e.State == EntityState.Modified && e.Entity.Attempts > 0 && e.Property(m => m.LeasedUntilUtc) is { OriginalValue: not null, CurrentValue: null })
                .Select(e => Mail(e.Entity)),
        ];
        if (counts.Count > 0)
        {
            db.AfterSave(() =>
            {
                counts.ForEach(count => count(metrics));
                return Task.CompletedTask;
            });
        }

        return ValueTask.FromResult(result);
    }

    private static Action<SiteMetrics> SignUp(string outcome) => m => m.SignedUp(outcome);

    private static Action<SiteMetrics> Mail(OutgoingMail mail)
    {
        var (kind, outcome) = (mail.Kind.ToString(), Outcome(mail.State));
        return m => m.Mailed(kind, outcome);
    }

    private static string Outcome(MailState state) => state switch
    {
        MailState.Sent => "sent",
        MailState.Queued => "deferred",
        MailState.Failed => "failed",
        MailState.Cancelled => "stopped",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}
