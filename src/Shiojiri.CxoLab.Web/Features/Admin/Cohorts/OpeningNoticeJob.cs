using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Hosting;
using Shiojiri.CxoLab.Web.Jobs;
using Shiojiri.CxoLab.Web.Mail;

namespace Shiojiri.CxoLab.Web.Features.Admin.Cohorts;

/// <summary>Tells administrators by mail, from a week before recruitment opens, what 公開前の確認 lacks; once for each cohort and opening day.</summary>
internal sealed class OpeningNoticeJob(CxoLabDb db, RecruitmentClearance clearance, ProgrammeClock clock, MailComposer composer) : IJob
{
    private const int MostCohorts = 100;

    public string Name => "opening-notice";

    /// <summary>By day: nobody is woken, and a day that was moved this morning is told of this morning.</summary>
    public JobSchedule Schedule { get; } = new("0 9-18 * * *");

    public async Task<string> RunAsync(CancellationToken ct)
    {
        var today = clock.Today;
        var cohorts = await db.Cohorts.AsNoTracking().Where(c => c.ClosesOn >= today).OrderBy(c => c.Ordinal).Take(MostCohorts).ToListAsync(ct);
        var gaps = clearance.GapsSoon(cohorts)
            .Select(g => new OpeningGaps(
                g.Cohort.Ordinal, g.Cohort.Name, g.Cohort.OpensOn, today, [.. g.Gaps.Select(r => new OpeningGap(r, new ReadinessLine(r, g.Cohort).Url))]))
            .ToList();
        return gaps.Count == 0 ? "nothing is missing" : await TellAsync(gaps, ct);
    }

    private async Task<string> TellAsync(IReadOnlyList<OpeningGaps> gaps, CancellationToken ct)
    {
        var administrators = await db.StaffAccounts.AsNoTracking().WhoAdminister().Take(StaffAccount.MostTold)
            .Select(a => new { a.Id, Email = a.Email! })
            .ToListAsync(ct);
        var wanted = administrators.SelectMany(a => gaps.Select(g => (a.Id, a.Email, Gaps: g, Occasion: OpeningNotice.OccasionOf(g, a.Id)))).ToList();
        var occasions = wanted.Select(w => w.Occasion).ToList();
        var told = await db.OutgoingMails.Where(m => occasions.Contains(m.Occasion)).Select(m => m.Occasion).ToListAsync(ct);
        var missing = wanted.Where(w => !told.Contains(w.Occasion)).ToList();
        foreach (var one in missing)
        {
            await composer.QueueAsync(MailKind.OpeningNotice, new MailRequest.Opening(one.Email, one.Id, one.Gaps), ct);
        }

        try
        {
            await db.SaveChangesAsync(ct);
            return $"told {missing.Count}";
        }
        catch (DbUpdateException lost) when (UniqueViolation.Is(lost))
        {
            // A node whose lease had run out was quicker after all.
            return "told by another node";
        }
    }
}
