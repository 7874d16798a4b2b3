using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Shared;
using Shiojiri.CxoLab.Web.Hosting;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Shared;

/// <summary>Whom a text is shown with: a real applicant of the cohort, the newest unless asked otherwise, or one who is made up.</summary>
internal sealed class PreviewApplicants(StaffScope scope, AccessLog seen, ProgrammeClock clock, CurrentSettings settings)
{
    public const string Sample = "sample";

    private const int MostChoices = 30;

    /// <summary>For a page that is shown: that these names were seen is written down.</summary>
    public async Task<IReadOnlyList<Choice>> ChoicesAsync(Cohort cohort, CancellationToken ct)
    {
        var newest = await Of(cohort).Take(MostChoices).Select(a => new { a.Number, a.Name }).ToListAsync(ct);
        await seen.SeenAsync(AuditAction.ListViewed, "", new { page = "templates", cohort = cohort.Name, shown = newest.Count }, ct);
        return [.. newest.Select(a => new Choice(a.Number, $"{a.Name}（{ApplicationNumber.Grouped(a.Number)}）")), new(Sample, $"{SampleApplicant.Name}（実在しない見本）")];
    }

    /// <param name="cohort">With its sessions.</param>
    /// <param name="asked">A number, <see cref="Sample"/>, or nothing for the newest.</param>
    public async Task<Application> FindAsync(Cohort cohort, string? asked, CancellationToken ct)
    {
        var found = asked == Sample ? null : await Of(cohort).FirstOrDefaultAsync(a => string.IsNullOrEmpty(asked) || a.Number == asked, ct);
        if (found is null)
        {
            return SampleApplicant.Of(cohort, clock.UtcNow, settings.FeeOf(cohort.Id).PaymentDays);
        }

        await seen.GlancedAsync(AuditAction.ApplicantViewed, found.Number, new { Place = "文面の見え方" }, ct);
        return found;
    }

    private IQueryable<Application> Of(Cohort cohort) => scope.People.AsNoTracking()
        .Where(a => a.CohortId == cohort.Id && a.Email != null)
        .OrderByDescending(a => a.ReceivedUtc).ThenByDescending(a => a.Id);
}
