using Microsoft.AspNetCore.Mvc;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Templates;

internal sealed class TemplatesController(TemplateListQuery list, TemplatePageBuilder builder, TemplateStore store, TestMailQueue queue) : AdminController
{
    [HttpGet("/admin/templates")]
    [RequiresPermission(Permission.Configure)]
    public async Task<IActionResult> List(int? cohort, CancellationToken ct) =>
        await builder.CohortAsync(cohort, ct) is { } found ? View(await list.OfAsync(found, ct)) : NotFound();

    [HttpGet("/admin/templates/{kind}")]
    [RequiresPermission(Permission.Configure)]
    public async Task<IActionResult> Edit(string kind, int? cohort, string? applicant, CancellationToken ct) =>
        MailKinds.EditableOf(kind) is { } mail && await builder.CohortAsync(cohort, ct) is { } found
            ? View(await builder.OpenAsync(mail, found, applicant, ct))
            : NotFound();

    [HttpPost("/admin/templates/{kind}")]
    [RequiresPermission(Permission.Configure)]
    public async Task<IActionResult> Save(string kind, [FromForm] TemplateForm form, CancellationToken ct)
    {
        if (MailKinds.EditableOf(kind) is not { } mail || await builder.CohortAsync(form.Cohort, ct) is not { } cohort)
        {
            return NotFound();
        }

        if ((await builder.PaperAsync(mail, cohort, form, ct)).Faults.Count > 0)
        {
            return Faulty(await builder.PageAsync(mail, cohort, form, ct));
        }

        if (!await store.WriteAsync(mail, cohort, form.Text, form.Version, ct))
        {
            return Stale(await builder.PageAsync(mail, cohort, form, ct));
        }

        Saved($"「{mail.Label()}」の文面を保存しました。次に送るメールから使われます。");
        return RedirectToAction(nameof(Edit), new { kind, cohort = cohort.Ordinal, applicant = form.Applicant });
    }

    [HttpPost("/admin/templates/{kind}/reset")]
    [RequiresPermission(Permission.Configure)]
    public async Task<IActionResult> Reset(string kind, [FromForm] TemplateForm form, CancellationToken ct)
    {
        if (MailKinds.EditableOf(kind) is not { } mail || await builder.CohortAsync(form.Cohort, ct) is not { } cohort)
        {
            return NotFound();
        }

        if (!await store.ResetAsync(mail, cohort, form.Version, ct))
        {
            form.Fill(BuiltInTexts.Of(mail));
            return Stale(await builder.PageAsync(mail, cohort, form, ct));
        }

        Saved($"「{mail.Label()}」をはじめの文面に戻しました。");
        return RedirectToAction(nameof(Edit), new { kind, cohort = cohort.Ordinal, applicant = form.Applicant });
    }

    /// <summary>The preview alone, for the script; the whole page for a browser without.</summary>
    [HttpPost("/admin/templates/{kind}/preview")]
    [RequiresPermission(Permission.Configure)]
    public async Task<IActionResult> Preview(string kind, bool whole, [FromForm] TemplateForm form, CancellationToken ct)
    {
        if (MailKinds.EditableOf(kind) is not { } mail || await builder.CohortAsync(form.Cohort, ct) is not { } cohort)
        {
            return NotFound();
        }

        return whole ? View("Edit", await builder.PageAsync(mail, cohort, form, ct)) : PartialView("_RenderedMail", await builder.PaperAsync(mail, cohort, form, ct));
    }

    /// <summary>No redirect: what is typed need not be saved to be tried, and must not be lost by trying.</summary>
    [HttpPost("/admin/templates/{kind}/test")]
    [RequiresPermission(Permission.Configure)]
    public async Task<IActionResult> Test(string kind, [FromForm] TemplateForm form, CancellationToken ct)
    {
        if (MailKinds.EditableOf(kind) is not { } mail || await builder.CohortAsync(form.Cohort, ct) is not { } cohort || form.Ticket is not { } ticket)
        {
            return NotFound();
        }

        var page = await builder.PageAsync(mail, cohort, form, ct);
        if (page.Paper.Faults.Count > 0)
        {
            return Faulty(page);
        }

        var own = await queue.SendAsync(page.Paper.Letter, ticket, $"{cohort.Name} {mail.Label()}", ct);
        return View("Edit", page with { Done = $"{own} に試し送りしました。申込者には送っていません。文面はまだ保存されていません。" });
    }

    private ViewResult Faulty(TemplatePage page)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("Edit", page with { Errors = page.Paper.Faults });
    }

    // With the version of the text that holds now: to save once more is then meant.
    private ViewResult Stale(TemplatePage page)
    {
        page.Form.Version = page.Stored?.Version;
        Response.StatusCode = StatusCodes.Status409Conflict;
        return View("Edit", page with { IsStale = true });
    }
}
