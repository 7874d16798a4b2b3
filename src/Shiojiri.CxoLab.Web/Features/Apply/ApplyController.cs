using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Shared;
using Shiojiri.CxoLab.Web.Features.Shared.ApplicationForm;

namespace Shiojiri.CxoLab.Web.Features.Apply;

/// <summary>
/// 入力 → 確認 → 完了. The global token filter stands aside (it answers an empty 400); every post asks <see cref="FormGuard"/> first,
/// which refuses with the page itself, so that nothing typed is lost.
/// </summary>
[Route("apply")]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ApplyController(ApplyPageBuilder desk, FormGuard gate, ApplyService intake) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Apply(CancellationToken ct)
    {
        if (await desk.OpenCohortAsync(null, ct) is not { } cohort)
        {
            return View("Closed");
        }

        return Form(cohort, new ApplyForm(), StatusCodes.Status200OK);
    }

    [HttpGet("confirm")]
    [HttpGet("edit")]
    public IActionResult FromTheStart() => RedirectToAction(nameof(Apply));

    [HttpPost("confirm")]
    public Task<IActionResult> Confirm([Bind(Prefix = "")] ApplyForm form, CancellationToken ct) =>
        KeptAsync(() => ConfirmAsync(form, ct), () => desk.Kept(form, "/apply/edit"));

    [HttpPost("edit")]
    public Task<IActionResult> Edit(string? answers, CancellationToken ct) =>
        KeptAsync(() => EditAsync(answers, ct), () => new RetainedPage(answers, "/apply/edit"));

    [HttpPost("")]
    public Task<IActionResult> Send(string? answers, [Bind(Prefix = "")] ApplyForm form, CancellationToken ct) => answers is null
        ? Confirm(form, ct)
        : KeptAsync(() => SendAsync(answers, form, ct), () => new RetainedPage(answers, "/apply"));

    private async Task<IActionResult> ConfirmAsync(ApplyForm form, CancellationToken ct)
    {
        var ticket = desk.Ticket(form);
        if (await desk.OpenCohortAsync(ticket?.OpenedUtc, ct) is not { } cohort)
        {
            return Closed();
        }

        var notice = await gate.RefuseStepAsync(HttpContext)
            ?? (ticket is null ? ApplyNotice.Expired : gate.IsFilledByProgram(form, HttpContext) ? ApplyNotice.HiddenField : null);
        if (notice is not null)
        {
            return Form(cohort, form, notice.Status, notice);
        }

        var folded = form.Folded();
        if (!IsValid(folded, cohort))
        {
            return Form(cohort, form, StatusCodes.Status422UnprocessableEntity);
        }

        await desk.RenewSentTicketAsync(folded, intake, ct);
        return View("Check", desk.Check(cohort, folded, null));
    }

    private async Task<IActionResult> EditAsync(string? answers, CancellationToken ct)
    {
        var form = desk.Answers(answers) ?? new ApplyForm();
        if (await desk.OpenCohortAsync(desk.Ticket(form)?.OpenedUtc, ct) is not { } cohort)
        {
            return Closed();
        }

        var notice = await gate.RefuseStepAsync(HttpContext);
        return Form(cohort, form, notice?.Status ?? StatusCodes.Status200OK, notice);
    }

    private async Task<IActionResult> SendAsync(string answers, ApplyForm form, CancellationToken ct)
    {
        var folded = desk.Answers(answers);
        var ticket = folded is null ? null : desk.Ticket(folded);
        if (ticket is not null && await intake.IsKnownAsync(ticket.Key, ct))
        {
            return Completed(ticket);
        }

        if (await desk.OpenCohortAsync(ticket?.OpenedUtc, ct) is not { } cohort)
        {
            return Closed();
        }

        if (folded is null || ticket is null || !IsValid(folded, cohort))
        {
            return Form(cohort, folded ?? form, ModelState.IsValid ? ApplyNotice.Expired.Status : StatusCodes.Status422UnprocessableEntity, ModelState.IsValid ? ApplyNotice.Expired : null);
        }

        return await gate.RefuseSubmissionAsync(HttpContext) is { } notice
            ? Check(cohort, folded, notice)
            : await StoreAsync(folded, ticket, cohort, ct);
    }

    [HttpGet("complete/{key}")]
    public async Task<IActionResult> Complete(
        string key, [FromServices] CxoLabDb db, [FromServices] OfficeDetails office, CancellationToken ct)
    {
        if (!RandomToken.IsWellFormed(key))
        {
            return NotFound();
        }

        if (await db.Applications.AsNoTracking().SingleOrDefaultAsync(a => a.Key == key, ct) is { } application)
        {
            var cohort = await db.Cohorts.AsNoTracking().Include(c => c.Sessions).SingleAsync(c => c.Id == application.CohortId, ct);
            return View(new CompletePage(application, cohort.NextSessionAt(application.ReceivedUtc), office));
        }

        return await db.RepeatSubmissions.AnyAsync(r => r.Key == key, ct) ? View("Received", office) : NotFound();
    }

    // The database is away: not even the form can be shown, but what was typed waits behind one button.
    private async Task<IActionResult> KeptAsync(Func<Task<IActionResult>> step, Func<RetainedPage> kept)
    {
        try
        {
            return await step();
        }
        catch (Exception trouble) when (DatabaseTrouble.Is(trouble))
        {
            var notice = desk.Unavailable(trouble, HttpContext.TraceIdentifier);
            Response.StatusCode = notice.Status;
            return View("Retained", notice == ApplyNotice.Unavailable ? kept() : kept() with { Fault = notice });
        }
    }

    private async Task<IActionResult> StoreAsync(ApplyForm folded, FormTicket ticket, Cohort cohort, CancellationToken ct)
    {
        await gate.HoldAsync(ticket, desk.UtcNow, ct);
        try
        {
            return await intake.StoreAsync(folded, ticket, cohort, ct) is null
                ? Completed(ticket)
                : Closed();
        }
        catch (Exception trouble) when (DatabaseTrouble.Is(trouble))
        {
            return Check(cohort, folded, desk.Unavailable(trouble, HttpContext.TraceIdentifier));
        }
    }

    private RedirectToActionResult Completed(FormTicket ticket) => RedirectToAction(nameof(Complete), new { key = ticket.Key });

    private bool IsValid(ApplyForm folded, Cohort cohort)
    {
        ModelState.Clear();
        var result = new ApplyFormValidator(cohort).Validate(folded);
        result.AddToModelState(ModelState, null);
        if (!result.IsValid)
        {
            gate.LogFaults(result.Errors.Count, HttpContext);
        }

        return result.IsValid;
    }

    private ViewResult Form(Cohort cohort, ApplyForm typed, int status, ApplyNotice? notice = null)
    {
        Response.StatusCode = status;
        LetTheBackButtonKeepWhatWasTyped();
        return View("Apply", desk.Form(cohort, typed, notice, FieldError.Of(ModelState, ApplyFormValidator.Order(cohort))));
    }

    private ViewResult Check(Cohort cohort, ApplyForm folded, ApplyNotice notice)
    {
        Response.StatusCode = notice.Status;
        return View("Check", desk.Check(cohort, folded, notice));
    }

    private ViewResult Closed()
    {
        Response.StatusCode = StatusCodes.Status409Conflict;
        return View("Closed");
    }

    // Antiforgery marks the page no-store, and browsers then forget what was typed when one comes back to it. The browser itself,
    // and nobody between, may keep the form; the pages that follow stay no-store.
    private void LetTheBackButtonKeepWhatWasTyped() => Response.OnStarting(() =>
    {
        Response.Headers.CacheControl = "private, no-cache";
        Response.Headers.Remove("Pragma");
        return Task.CompletedTask;
    });
}
