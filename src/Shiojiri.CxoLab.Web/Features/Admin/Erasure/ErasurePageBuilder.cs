using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Settings;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Hosting;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Erasure;

/// <summary>Lays out the pages about erasing people.</summary>
internal sealed class ErasurePageBuilder(PersonTraceQuery query, RetentionQuery retention, StaffScope scope, ProgrammeClock clock, CurrentSettings settings)
{
    private const int MostShown = 200;

    /// <summary>Null when there is no such application to be seen, or nothing of its person is left.</summary>
    public async Task<ErasurePage?> PageAsync(string number, CancellationToken ct)
    {
        if (await query.FindAsync(scope.People, number, ct) is not { } person)
        {
            return null;
        }

        var (today, rule) = (clock.Today, retention.Rule);
        var isNear = rule.DayOf(person.Main.Status, person.Cohort) <= today.AddDays(Retention.NoticeDays);
        return new ErasurePage(
            person,
            person.Main.RefusalToErase(person.Cohort, today),
            await query.OthersAsync(scope.Applications, person, ct),
            isNear ? rule.DayOf(person.Main, person.Cohort, today) : rule.DayOf(person.Main.Status, person.Cohort));
    }

    /// <summary>The nearest first.</summary>
    public async Task<RetentionPage> RetentionAsync(CancellationToken ct)
    {
        var (today, rule, cohorts) = (clock.Today, retention.Rule, await retention.CohortsAsync(ct));
        var near = retention.Near(scope.People, cohorts, today).AsNoTracking();
        var shown = await near.OrderBy(a => a.ErasureNoticedOn == null).ThenBy(a => a.ErasureNoticedOn).ThenBy(a => a.Id).Take(MostShown).ToListAsync(ct);
        var asking = await retention.WithOpenInquiryAsync(shown, ct);
        ErasureRefusal? Refusal(Application a) => a.RefusalToErase(cohorts[a.CohortId], today) ?? (asking.Contains(a.Id) ? ErasureRefusal.HasOpenInquiry : null);
        return new RetentionPage(
            rule,
            [.. shown.Select(a => new RetentionRow(a, cohorts[a.CohortId], rule.DayOf(a, cohorts[a.CohortId], today)!.Value, Refusal(a)))
                .OrderBy(r => r.Application.KeptBecause is not null || r.Refusal is not null).ThenBy(r => r.DueOn)],
            shown.Count < MostShown ? shown.Count : await near.CountAsync(ct),
            RetentionSentence.Contradiction(settings.Privacy))
        {
            ToErase = await retention.CountToEraseAsync(near, ct),
        };
    }
}
