using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Text;
using Shiojiri.CxoLab.Web.Data;

namespace Shiojiri.CxoLab.Web.Features.Apply;

/// <summary>Reads the completion page of a form that was sent, an application's or a repeat's, as a stranger sees it.</summary>
internal sealed class CompletionQuery(CxoLabDb db, OfficeDetails office)
{
    /// <summary>Null when no form with this key was stored.</summary>
    public async Task<CompletePage?> FindAsync(string key, CancellationToken ct)
    {
        // Both are always asked, so that the one takes as long as the other.
        var application = await db.Applications.Where(a => a.Key == key)
            .Select(a => new Stored(a.CohortId, a.Number, a.Email ?? "", a.Kana, a.Fee, a.DueOn, a.ReceivedUtc))
            .SingleOrDefaultAsync(ct);
        var repeat = await db.RepeatSubmissions.Where(r => r.Key == key)
            .Join(db.Applications, r => r.Issued!.ApplicationId, a => a.Id, (r, a) =>
                new Stored(a.CohortId, r.Issued!.Number, r.MaskedEmail, r.MaskedKana, r.Fee, r.DueOn, r.ReceivedUtc))
            .SingleOrDefaultAsync(ct);
        var masked = application is null ? repeat : application with { Email = Masked.Email(application.Email), Kana = Masked.Name(application.Kana) };
        return masked is null ? null : new CompletePage(
            masked.Number, masked.Email, masked.Kana, IsWhole: false, masked.Fee, masked.DueOn, await NextSessionAsync(masked, ct), office);
    }

    private async Task<CurriculumSession?> NextSessionAsync(Stored form, CancellationToken ct)
    {
        var cohort = await db.Cohorts.AsNoTracking().Include(c => c.Sessions).SingleAsync(c => c.Id == form.CohortId, ct);
        return cohort.NextSessionAt(form.ReceivedUtc);
    }

    private sealed record Stored(int CohortId, string Number, string Email, string Kana, Yen Fee, DateOnly DueOn, DateTime ReceivedUtc);
}
