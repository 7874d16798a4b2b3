using Microsoft.AspNetCore.Mvc;
using Shiojiri.CxoLab.Settings;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Shared;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Features.Cohorts;

internal sealed class CohortsController(CurrentCohort current, ProgrammeClock clock, ProgrammeValues programme, ShownThemes themes) : Controller
{
    [PublicPage]
    [HttpGet("/recruit")]
    public async Task<IActionResult> Recruit(CancellationToken ct)
    {
        if (await current.FindAsync(ct) is not { } cohort)
        {
            return View("Preparing");
        }

        var briefings = await current.BriefingsAsync(ct);
        return View(new RecruitPage(cohort, briefings.Any(b => !b.IsCancelled && !b.IsOverAt(clock.UtcNow))) { Themes = themes.Of(cohort.Id) });
    }

    [PublicPage]
    [HttpGet("/schedule")]
    public async Task<IActionResult> Schedule(CancellationToken ct)
    {
        if (await current.FindAsync(ct) is not { } cohort)
        {
            return View("Preparing");
        }

        var briefings = await current.BriefingsAsync(ct);
        return View(new SchedulePage(
            cohort, new Gantt(cohort, briefings), Timeline.Of(cohort, briefings, clock.UtcNow, isPage: true)));
    }

    [HttpGet("/schedule.ics")]
    public Task<IActionResult> Calendar(CancellationToken ct) => CalendarOf(null, ct);

    [HttpGet("/schedule/{slug}.ics")]
    public Task<IActionResult> CalendarOfOne(string slug, CancellationToken ct) => CalendarOf(slug, ct);

    private async Task<IActionResult> CalendarOf(string? slug, CancellationToken ct)
    {
        if (await current.FindAsync(ct) is not { } cohort)
        {
            return NotFound();
        }

        var briefings = await current.BriefingsAsync(ct);
        var entries = CalendarEntries.Of(cohort, briefings, programme.Place).Where(e => slug is null || e.Slug == slug).ToList();
        return entries.Count == 0 ? NotFound() : File(CalendarFile.Of(programme.Title, entries, clock.UtcNow), "text/calendar; charset=utf-8", "schedule.ics");
    }
}
