using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Features.Shared;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Contacts;

/// <summary>Staff correct how a person is called and reached; what stood there before stays in the audit log.</summary>
[Route("admin/applications/{number:length(10)}/contact")]
internal sealed class ContactsController(CxoLabDb db, StaffScope scope, AuditTrail audit, StaffSaveService saves) : AdminController
{
    [HttpGet("")]
    [RequiresPermission(Permission.Correct)]
    public async Task<IActionResult> Contact(string number, ApplicantFilter filter, CancellationToken ct)
    {
        if (await scope.Applications.AsNoTracking().SingleOrDefaultAsync(a => a.Number == number, ct) is not { } application)
        {
            return NotFound();
        }

        audit.Write(AuditAction.ApplicantViewed, number, after: new { Page = "contact" });
        await saves.SaveAsync(ct);
        return View(new ContactPage(number, application.Name, ContactForm.Of(application), null, [], filter, !application.IsReachedByMail));
    }

    [HttpPost("")]
    [RequiresPermission(Permission.Correct)]
    public async Task<IActionResult> Correct(string number, [Bind(Prefix = "")] ContactForm form, ApplicantFilter filter, CancellationToken ct)
    {
        if (await scope.Applications.SingleOrDefaultAsync(a => a.Number == number, ct) is not { } application)
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

        if (application.Version != form.Version)
        {
            return Stale(application, form, filter);
        }

        if (application.Contact == folded.ToContact())
        {
            return Back(number, filter);
        }

        return await SaveAsync(application, form, folded.ToContact(), filter, ct);
    }

    private async Task<IActionResult> SaveAsync(Application application, ContactForm form, Contact contact, ApplicantFilter filter, CancellationToken ct)
    {
        var (before, after) = Changes(application.Contact, contact);
        var (moved, leaving) = await ReaddressAsync(application, contact.Email, ct);
        if (moved > 0)
        {
            after["ReaddressedMails"] = moved;
        }

        audit.Write(AuditAction.ContactCorrected, application.Number, before, after);
        application.Correct(contact);
        try
        {
            if (await saves.SaveAsync(ct) == SaveOutcome.Stale)
            {
                var now = await scope.Applications.AsNoTracking().SingleAsync(a => a.Number == application.Number, ct);
                return Stale(now, form, filter);
            }
        }
        catch (DbUpdateException taken) when (UniqueViolation.Is(taken))
        {
            ModelState.AddModelError(nameof(ContactForm.Email), "このメールアドレスの申し込みがほかにあります。申込者の一覧で確かめてください");
            return Again(application, form, filter, StatusCodes.Status422UnprocessableEntity);
        }

        Saved(application.IsReachedByMail ? $"連絡先を直しました。これから送るメールは新しい宛先に届きます{Words(moved, leaving)}" : "連絡先を直しました。メールアドレスがないため、ご連絡は電話になります");
        return Back(application.Number, filter);
    }

    // What waits shall not go to an address that is known to be wrong; what a sender has in hand can't be called back.
    private async Task<(int Moved, int Leaving)> ReaddressAsync(Application application, string? email, CancellationToken ct)
    {
        if (email is null || application.Email == email)
        {
            return (0, 0);
        }

        var now = saves.RealUtcNow;
        var queued = await db.OutgoingMails.Where(m => m.ApplicationId == application.Id && m.State == MailState.Queued).ToListAsync(ct);
        var waiting = queued.Where(m => m.CanBeCancelledAt(now)).ToList();
        waiting.ForEach(m => m.Readdress(email, now));
        return (waiting.Count, queued.Count - waiting.Count);
    }

    private static string Words(int moved, int leaving) =>
        (moved > 0 ? $"。送信待ちのメール{moved}通も新しい宛先に変えました" : "") + (leaving > 0 ? $"。送信中のメールが{leaving}通あります（宛先は変わりません）" : "");

    // Only what changes: the log is read by people.
    private static (Dictionary<string, string?> Before, Dictionary<string, object?> After) Changes(Contact from, Contact to)
    {
        (string Field, string? From, string? To)[] fields =
        [
            ("Name", from.Name, to.Name), ("Kana", from.Kana, to.Kana), ("Email", from.Email, to.Email), ("Phone", from.Phone, to.Phone), ("Residence", from.Residence, to.Residence),
        ];
        var changed = fields.Where(f => f.From != f.To).ToList();
        return (changed.ToDictionary(f => f.Field, f => f.From), changed.ToDictionary(f => f.Field, f => (object?)f.To));
    }

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
