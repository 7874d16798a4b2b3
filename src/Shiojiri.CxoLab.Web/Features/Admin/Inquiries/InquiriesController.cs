using Microsoft.AspNetCore.Mvc;
using Shiojiri.CxoLab.Inquiries;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Text;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Features.Shared;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Inquiries;

internal sealed class InquiriesController(InquiryQuery inquiries, InquiryAnswerService service, AccessLog seen) : AdminController
{
    [HttpGet("/admin/inquiries")]
    [RequiresPermission(Permission.Read)]
    public async Task<IActionResult> List([FromQuery] InquiryFilter filter, CancellationToken ct)
    {
        var page = await inquiries.ListAsync(filter, ct);
        await seen.SeenAsync(AuditAction.ListViewed, "", new { page = "inquiries", State = page.Status, Rows = page.Rows.Count }, ct);
        return View(page);
    }

    [HttpGet("/admin/inquiries/{key}")]
    [RequiresPermission(Permission.Read)]
    public async Task<IActionResult> Show(string key, CancellationToken ct)
    {
        if (await inquiries.FindAsync(key, ct) is not { } inquiry)
        {
            return NotFound();
        }

        return View(await SeenAsync(await inquiries.PageAsync(inquiry, null, ct), ct));
    }

    [HttpPost("/admin/inquiries/{key}/answers")]
    [RequiresPermission(Permission.SendMail)]
    public async Task<IActionResult> Answer(string key, AnswerForm form, CancellationToken ct)
    {
        if (form.Ticket is null || await inquiries.FindAsync(key, ct) is not { } inquiry)
        {
            return NotFound();
        }

        form.Text = Folding.Paragraph(form.Text) is { Length: > 0 } typed ? typed : null;
        if (await new AnswerFormValidator().ValidateAsync(form, ct) is { IsValid: false } faults)
        {
            return await AgainAsync(inquiry, form, StatusCodes.Status422UnprocessableEntity, [.. faults.Errors.Take(1).Select(e => new FieldError(e.PropertyName, e.ErrorMessage))], ct);
        }

        if (await service.AnswerAsync(inquiry, form, ct) == SaveOutcome.Stale)
        {
            return await StaleAsync(key, form, ct);
        }

        Saved($"{inquiry.Email} あての返事を送信待ちに入れました。まもなく送られます。");
        return RedirectToAction(nameof(Show), new { key });
    }

    [HttpPost("/admin/inquiries/{key}/care")]
    [RequiresPermission(Permission.Annotate)]
    public async Task<IActionResult> Care(string key, CareForm form, CancellationToken ct)
    {
        if (form.StatusAsked is null || await inquiries.FindAsync(key, ct) is not { } inquiry)
        {
            return NotFound();
        }

        var assignee = form.AccountId is { } id ? await inquiries.AssigneeAsync(inquiry, id, ct) : null;
        if (form.AccountId is not null && assignee is null)
        {
            return await StaleAsync(key, null, ct);
        }

        if (await service.ChangeAsync(inquiry, form, assignee, ct) == SaveOutcome.Stale)
        {
            return await StaleAsync(key, null, ct);
        }

        Saved("状態と担当を変えました。");
        return RedirectToAction(nameof(Show), new { key });
    }

    private async Task<InquiryPage> SeenAsync(InquiryPage page, CancellationToken ct)
    {
        await seen.SeenAsync(AuditAction.InquiryViewed, page.Application?.Number ?? "", new { Inquiry = page.Inquiry.Key }, ct);
        return page;
    }

    private async Task<IActionResult> StaleAsync(string key, AnswerForm? form, CancellationToken ct) =>
        await inquiries.FreshAsync(key, ct) is not { } now ? NotFound()
            : await AgainAsync(now, form, StatusCodes.Status409Conflict, [], ct);

    private async Task<IActionResult> AgainAsync(Inquiry inquiry, AnswerForm? form, int status, IReadOnlyList<FieldError> errors, CancellationToken ct)
    {
        // Who has read the newer state may send what they wrote.
        var typed = form is null ? null : new AnswerForm { Ticket = form.Ticket, Version = inquiry.Version, Text = form.Text, Closes = form.Closes };
        Response.StatusCode = status;
        return View("Show", await SeenAsync(await inquiries.PageAsync(inquiry, typed, ct) with { Errors = errors, IsStale = status == StatusCodes.Status409Conflict }, ct));
    }
}
