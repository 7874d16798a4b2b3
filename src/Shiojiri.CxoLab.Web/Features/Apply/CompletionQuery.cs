using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Payments;
using Shiojiri.CxoLab.Settings;
using Shiojiri.CxoLab.Text;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Features.Apply;

/// <summary>Reads the completion page of a form that was sent, an application's or a repeat's, as a stranger sees it.</summary>
internal sealed class CompletionQuery(CxoLabDb db, ProgrammeClock clock, CurrentSettings settings)
{
    /// <summary>Null when no form with this key was stored.</summary>
    public async Task<CompletePage?> FindAsync(string key, CancellationToken ct)
    {
        // Both are always asked, so that the one takes as long as the other.
        var application = await db.Applications.Where(a => a.Key == key)
            .Select(a => new Stored(
                a.CohortId, a.Number, a.Email ?? "", a.Kana, a.Status, a.Fee, a.ReceivedAmount, a.RefundedAmount, a.DueOn, a.ReceivedUtc)
            {
                Terms = a.Terms,
                MergedInto = db.Applications.Where(main => main.Id == a.MergedIntoId).Select(main => main.Number).FirstOrDefault(),
            })
            .SingleOrDefaultAsync(ct);
        var repeat = await db.RepeatSubmissions.Where(r => r.Key == key)
            .Join(db.Applications, r => r.Issued!.ApplicationId, a => a.Id, (r, a) => new
            {
                a.CohortId,
                r.Issued!.Number,
                r.MaskedEmail,
                r.MaskedKana,
                r.IsWaiting,
                r.Fee,
                r.DueOn,
                r.ReceivedUtc,
                r.Terms,
            })
            .SingleOrDefaultAsync(ct);
        if (application is not null)
        {
            return await PageAsync(application with { Email = Masked.Email(application.Email), Kana = Masked.Name(application.Kana) }, ct);
        }

        // Of the application that it repeats, this page tells nothing: it stands as a new one would on the day it was sent.
        var status = repeat?.IsWaiting == true ? ApplicationStatus.Waitlisted : ApplicationStatus.Received;
        return repeat is null ? null : await PageAsync(
            new Stored(
                repeat.CohortId, repeat.Number, repeat.MaskedEmail, repeat.MaskedKana, status, repeat.Fee, new Yen(0), new Yen(0), repeat.DueOn, repeat.ReceivedUtc)
            {
                Terms = repeat.Terms,
            },
            ct);
    }

    private async Task<CompletePage> PageAsync(Stored form, CancellationToken ct)
    {
        var cohort = await db.Cohorts.AsNoTracking().Include(c => c.Sessions).SingleAsync(c => c.Id == form.CohortId, ct);
        var balance = Balance.Of(form.Fee, form.ReceivedAmount, form.RefundedAmount);
        return new CompletePage(
            form.Number, form.Email, form.Kana, IsWhole: false, form.Status,
            FeeStatus.Of(form.MergedInto is null ? form.Status : ApplicationStatus.Withdrawn, balance, form.DueOn, clock.Today), cohort,
            cohort.NextSessionAt(form.ReceivedUtc), settings.OfficeOf(cohort.Id, form.Terms))
        {
            MergedInto = form.MergedInto,
        };
    }

    private sealed record Stored(
        int CohortId, string Number, string Email, string Kana, ApplicationStatus Status, Yen Fee, Yen ReceivedAmount, Yen RefundedAmount,
        DateOnly? DueOn, DateTime ReceivedUtc)
    {
        public string? MergedInto { get; init; }

        public FeeValues? Terms { get; init; }
    }
}
