using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Mvc;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Features.Shared;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Contacts;

/// <summary>Staff correct how a person is called and reached; what stood there before stays in the audit log.</summary>
[Route("admin/applications/{number:length(10)}/contact")]
internal sealed class ContactsController(ContactService service) : AdminController
{
    [HttpGet("")]
    [RequiresPermission(Permission.Correct)]
    public async Task<IActionResult> Contact(string number, ApplicantFilter filter, CancellationToken ct)
    {
        if (await service.ReadAsync(number, ct) is not { } application)
        {
            return NotFound();
        }

        await service.NoteViewAsync(number, ct);
        return View(new ContactPage(number, application.Name, ContactForm.Of(application), null, [], filter, !application.IsReachedByMail));
    }

    [HttpPost("")]
    [RequiresPermission(Permission.Correct)]
    public async Task<IActionResult> Correct(string number, [Bind(Prefix = "")] ContactForm form, ApplicantFilter filter, CancellationToken ct)
    {
        if (await service.FindAsync(number, ct) is not { } application)
        {
            return NotFound();
        }

        var folded = form.Folded();
        ModelState.Clear();
        new ContactFormValidator(mayLackEmail: !application.IsReachedByMail).Validate(folded).AddToModelState(ModelState, null);
        if (!ModelState.IsValid)
        {
            return Again(application, form, filter, StatusCodes.Status422UnprocessableEntity);
        }

        return application.Version != form.Version ? Stale(application, form, filter)
            : application.Contact == folded.ToContact() ? Back(number, filter)
            : await SaveAsync(application, form, folded.ToContact(), filter, ct);
    }

    private async Task<IActionResult> SaveAsync(Application application, ContactForm form, Contact contact, ApplicantFilter filter, CancellationToken ct)
    {
        var (outcome, moved, leaving) = await service.CorrectAsync(application, contact, ct);
        switch (outcome)
        {
            case ContactOutcome.Stale:
                return Stale(await service.ReadAsync(application.Number, ct) ?? application, form, filter);
            case ContactOutcome.Taken:
                ModelState.AddModelError(nameof(ContactForm.Email), "このメールアドレスの申し込みがほかにあります。申込者の一覧で確かめてください");
                return Again(application, form, filter, StatusCodes.Status422UnprocessableEntity);
            case ContactOutcome.Done:
                Saved(application.IsReachedByMail
                    ? $"連絡先を直しました。これから送るメールは新しい宛先に届きます{Words(moved, leaving)}"
                    : "連絡先を直しました。メールアドレスがないため、ご連絡は電話になります");
                return Back(application.Number, filter);
            default:
                throw new InvalidOperationException($"No correction ends with {outcome}.");
        }
    }

    private static string Words(int moved, int leaving) =>
        (moved > 0 ? $"。送信待ちのメール{moved}通も新しい宛先に変えました" : "") + (leaving > 0 ? $"。送信中のメールが{leaving}通あります（宛先は変わりません）" : "");

    private LocalRedirectResult Back(string number, ApplicantFilter filter) => LocalRedirect($"/admin/applications/{number}{filter.Query()}");

    private ViewResult Stale(Application now, ContactForm form, ApplicantFilter filter)
    {
        Response.StatusCode = StatusCodes.Status409Conflict;
        return View(nameof(Contact), new ContactPage(now.Number, now.Name, form with { Version = now.Version }, now.Contact, [], filter, !now.IsReachedByMail));
    }

    private ViewResult Again(Application application, ContactForm form, ApplicantFilter filter, int status)
    {
        Response.StatusCode = status;
        return View(nameof(Contact), new ContactPage(application.Number, application.Name, form, null, FieldError.Of(ModelState, ContactFormValidator.Order), filter, !application.IsReachedByMail));
    }
}
