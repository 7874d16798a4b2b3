using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Mvc;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Shared;
using Shiojiri.CxoLab.Web.Features.Shared.ApplicationForm;
using Shiojiri.CxoLab.Web.Features.Shared.Guarding;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Features.Apply;

/// <summary>
/// 入力 → 確認 → 完了. The global token filter stands aside (it answers an empty 400); every post asks <see cref="FormGuard"/> first,
/// which refuses with the page itself, so that nothing typed is lost.
/// </summary>
[Route("apply")]
[IgnoreAntiforgeryToken]
[FormLimits(MaxFields = 600)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ApplyController(
    ApplyPageBuilder builder, FormGuard guard, ApplyService service, CompletionQuery completions, OwnApplicationsCookie own) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Apply(CancellationToken ct)
    {
        if (await builder.OpenCohortAsync(null, ct) is not { } cohort)
        {
            return View("Closed");
        }

        return Form(cohort, new ApplyForm(), StatusCodes.Status200OK);
    }

    [HttpGet("confirm")]
    [HttpGet("edit")]
    [HttpGet("address")]
    public IActionResult FromTheStart() => RedirectToAction(nameof(Apply));

    [HttpPost("confirm")]
    public Task<IActionResult> Confirm([Bind(Prefix = "")] ApplyForm form, CancellationToken ct) =>
        KeptAsync(() => ConfirmAsync(form, ct), () => builder.Kept(form, "/apply/edit"));

    [HttpPost("edit")]
    public Task<IActionResult> Edit(string? answers, CancellationToken ct) =>
        KeptAsync(() => EditAsync(answers, ct), () => new RetainedPage(answers, "/apply/edit"));

    /// <summary>Takes the address that the check page asks about, and shows that page anew.</summary>
    [HttpPost("address")]
    public Task<IActionResult> Mend(string? answers, CancellationToken ct) =>
        KeptAsync(() => MendAsync(answers, ct), () => new RetainedPage(answers, "/apply/address"));

    [HttpPost("")]
    public Task<IActionResult> Send(string? answers, [Bind(Prefix = "")] ApplyForm form, CancellationToken ct) => answers is null
        ? Confirm(form, ct)
        : KeptAsync(() => SendAsync(answers, form, ct), () => new RetainedPage(answers, "/apply"));

    private async Task<IActionResult> ConfirmAsync(ApplyForm form, CancellationToken ct)
    {
        var ticket = builder.Ticket(form);
        if (await builder.OpenCohortAsync(ticket?.OpenedUtc, ct) is not { } cohort)
        {
            return await ClosedAsync(builder.Kept(form, "/apply/edit"), ct);
        }

        if (await RefusalAsync(form, ticket) is { } notice)
        {
            return Form(cohort, form, notice.Status, notice);
        }

        var folded = form.Folded();
        if (!IsValid(folded, cohort))
        {
            return Form(cohort, form, StatusCodes.Status422UnprocessableEntity);
        }

        await builder.RenewSentTicketAsync(folded, service, ct);
        return View("Check", builder.Check(cohort, folded, null));
    }

    private async Task<FormNotice?> RefusalAsync(ApplyForm form, FormTicket? ticket) => await guard.RefuseStepAsync(HttpContext)
        ?? (ticket is null ? FormNotice.Expired : guard.IsFilledByProgram(form.Memo, HttpContext) ? FormNotice.HiddenField : null);

    private async Task<IActionResult> EditAsync(string? answers, CancellationToken ct)
    {
        var form = builder.Answers(answers) ?? new ApplyForm();
        if (await builder.OpenCohortAsync(builder.Ticket(form)?.OpenedUtc, ct) is not { } cohort)
        {
            return await ClosedAsync(new RetainedPage(answers, "/apply/edit"), ct);
        }

        var notice = await guard.RefuseStepAsync(HttpContext);
        return Form(cohort, form, notice?.Status ?? StatusCodes.Status200OK, notice);
    }

    // What is not sealed here is not taken: the address comes from the rule, everything else stays as it was.
    private async Task<IActionResult> MendAsync(string? answers, CancellationToken ct)
    {
        var folded = builder.Answers(answers);
        var ticket = folded is null ? null : builder.Ticket(folded);
        if (await builder.OpenCohortAsync(ticket?.OpenedUtc, ct) is not { } cohort)
        {
            return Closed();
        }

        if (folded is null || ticket is null)
        {
            return Form(cohort, folded ?? new ApplyForm(), FormNotice.Expired.Status, FormNotice.Expired);
        }

        return await guard.RefuseStepAsync(HttpContext) is { } notice
            ? Check(cohort, folded, notice)
            : View("Check", builder.Check(cohort, folded.WithLikelyAddress(), null) with { IsMended = true });
    }

    private async Task<IActionResult> SendAsync(string answers, ApplyForm form, CancellationToken ct)
    {
        var folded = builder.Answers(answers);
        var ticket = folded is null ? null : builder.Ticket(folded);
        if (ticket is not null && await service.IsKnownAsync(ticket.Key, ct) && await completions.FindAsync(ticket.Key, ct) is { } known)
        {
            return Completed(ticket, known.Fits(folded!) ? folded : null);
        }

        if (await builder.OpenCohortAsync(ticket?.OpenedUtc, ct) is not { } cohort)
        {
            return await ClosedAsync(new RetainedPage(answers, "/apply"), ct);
        }

        if (folded is null || ticket is null || !IsValid(folded, cohort))
        {
            return folded is not null && ticket is not null && builder.AreQuestionsNew(folded, cohort)
                ? Form(cohort, folded, FormNotice.QuestionsChanged.Status, FormNotice.QuestionsChanged)
                : Refilled(cohort, folded ?? form);
        }

        var notice = builder.AreQuestionsNew(folded, cohort) ? FormNotice.QuestionsChanged
            : builder.WasShown(folded, cohort) ? await guard.RefuseSubmissionAsync(HttpContext) : FormNotice.TermsChanged;
        return notice is not null
            ? Check(cohort, folded, notice)
            : await StoreAsync(folded, ticket, cohort, ct);
    }

    [HttpGet("complete/{key}")]
    public async Task<IActionResult> Complete(string key, CancellationToken ct) =>
        RandomToken.IsWellFormed(key) && await completions.FindAsync(key, ct) is { } page
            ? View(page.WholeFor(own.Find(HttpContext, key)))
            : NotFound();

    // The database is away: not even the form can be shown, but what was typed waits behind one button.
    private async Task<IActionResult> KeptAsync(Func<Task<IActionResult>> step, Func<RetainedPage> kept)
    {
        try
        {
            return await step();
        }
        catch (Exception trouble) when (DatabaseTrouble.Is(trouble))
        {
            var notice = builder.Unavailable(trouble, HttpContext.TraceIdentifier);
            Response.StatusCode = notice.Status;
            return View("Retained", notice == FormNotice.Unavailable ? kept() : kept() with { Fault = notice });
        }
    }

    private async Task<IActionResult> StoreAsync(ApplyForm folded, FormTicket ticket, Cohort cohort, CancellationToken ct)
    {
        await guard.HoldAsync(ticket, builder.UtcNow, ct);
        try
        {
            return await service.StoreAsync(folded, ticket, cohort, builder.Questions(cohort), ct) is null
                ? Completed(ticket, folded)
                : Closed();
        }
        catch (Exception trouble) when (DatabaseTrouble.Is(trouble))
        {
            return Check(cohort, folded, builder.Unavailable(trouble, HttpContext.TraceIdentifier));
        }
    }

    // A form sent before may come again in a browser that has not seen the answer to the first (pressed twice, connection lost).
    private RedirectToActionResult Completed(FormTicket ticket, ApplyForm? sent)
    {
        if (sent is not null && own.Find(HttpContext, ticket.Key) is null)
        {
            own.Remember(HttpContext, ticket.Key, sent);
        }

        return RedirectToAction(nameof(Complete), new { key = ticket.Key });
    }

    private bool IsValid(ApplyForm folded, Cohort cohort)
    {
        ModelState.Clear();
        var result = builder.Validator(cohort).Validate(folded);
        result.AddToModelState(ModelState, null);
        if (!result.IsValid)
        {
            guard.LogFaults(result.Errors.Count, HttpContext);
        }

        return result.IsValid;
    }

    private ViewResult Form(Cohort cohort, ApplyForm typed, int status, FormNotice? notice = null)
    {
        Response.StatusCode = status;
        BackButton.KeepsWhatWasTyped(Response);
        return View("Apply", builder.Form(cohort, typed, notice, FieldError.Of(ModelState, ApplyFormValidator.Order(cohort, builder.Questions(cohort)))));
    }

    // Without a fault in a field it is the page itself that is too old.
    private ViewResult Refilled(Cohort cohort, ApplyForm typed) => ModelState.IsValid
        ? Form(cohort, typed, FormNotice.Expired.Status, FormNotice.Expired)
        : Form(cohort, typed, StatusCodes.Status422UnprocessableEntity);

    private ViewResult Check(Cohort cohort, ApplyForm folded, FormNotice notice)
    {
        Response.StatusCode = notice.Status;
        return View("Check", builder.Check(cohort, folded, notice));
    }

    private ViewResult Closed()
    {
        Response.StatusCode = StatusCodes.Status409Conflict;
        return View("Closed");
    }

    // A deadline that is over is final; while something is missing at the desk, what was typed waits.
    private async Task<IActionResult> ClosedAsync(RetainedPage typed, CancellationToken ct)
    {
        var closed = Closed();
        return await builder.IsHeldAsync(ct) ? View("Retained", typed with { Fault = FormNotice.Held }) : closed;
    }
}
