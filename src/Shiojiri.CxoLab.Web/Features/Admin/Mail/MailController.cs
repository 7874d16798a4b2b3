using Microsoft.AspNetCore.Mvc;
using NetEscapades.AspNetCore.SecurityHeaders;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Text;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Features.Shared;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Mail;

internal sealed class MailController(MailQuery mails, MailService service, AccessLog seen) : AdminController
{
    [HttpGet("/admin/mail")]
    [RequiresPermission(Permission.Read)]
    public async Task<IActionResult> List([FromQuery] MailFilter filter, CancellationToken ct)
    {
        var page = await mails.ListAsync(filter, ct);

        // The words looked for may be a person's name: that there were any is enough.
        await seen.SeenAsync(AuditAction.ListViewed, "mail", new { State = filter.StateAsked, Kind = filter.KindAsked, Searched = !string.IsNullOrWhiteSpace(filter.Q), page.Page }, ct);
        return View(page);
    }

    [HttpGet("/admin/mail/{key:guid}")]
    [RequiresPermission(Permission.Read)]
    public async Task<IActionResult> Show(Guid key, CancellationToken ct)
    {
        if (await mails.FindAsync(key, ct) is not { } mail)
        {
            return NotFound();
        }

        await seen.SeenAsync(AuditAction.MailViewed, mail.Application?.Number ?? mail.Recipient, new { Mail = mail.Key, mail.Kind }, ct);
        return View(Of(mail));
    }

    /// <summary>The HTML of the mail, alone and locked in: its looks stand in attributes, which no other page allows.</summary>
    [HttpGet("/admin/mail/{key:guid}/html")]
    [RequiresPermission(Permission.Read)]
    [SecurityHeadersPolicy(MailPreviewHeaders.MailAsSent)]
    public async Task<IActionResult> Html(Guid key, CancellationToken ct)
    {
        if (await mails.FindAsync(key, ct) is not { } mail || mail.Kind.IsForStaff())
        {
            return NotFound();
        }

        await seen.SeenAsync(AuditAction.MailViewed, mail.Application?.Number ?? mail.Recipient, new { Mail = mail.Key, mail.Kind, Form = "HTML" }, ct);
        return Content(mail.Html, "text/html; charset=utf-8");
    }

    [HttpPost("/admin/mail/{key:guid}/resend")]
    [RequiresPermission(Permission.SendMail)]
    public async Task<IActionResult> Resend(Guid key, ResendForm form, CancellationToken ct)
    {
        if (await mails.FindAsync(key, ct) is not { } mail || form.Ticket is not { } ticket)
        {
            return NotFound();
        }

        if (!MailService.CanBeResent(mail))
        {
            return Refused(mail, mail.ApplicationId is null ? "このメールはここからは送り直せません。"
                : mail.Application is { IsReachedByMail: false } ? "メールアドレスのない方です。電話でご連絡ください。" : "このメールはまだ送信待ちです。送られるのを待つか、止めてから送り直してください。", form);
        }

        form.Preface = Folding.Paragraph(form.Preface) is { Length: > 0 } typed ? typed : null;
        if (await new ResendFormValidator().ValidateAsync(form, ct) is { IsValid: false } faults)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("Show", Of(mail, form) with { Errors = [.. faults.Errors.Take(1).Select(e => new FieldError(e.PropertyName, e.ErrorMessage))] });
        }

        return await ResendAsync(mail, form, ticket, ct);
    }

    [HttpPost("/admin/mail/{key:guid}/cancellation")]
    [RequiresPermission(Permission.SendMail)]
    public async Task<IActionResult> Cancel(Guid key, CancellationToken ct)
    {
        if (await mails.FindAsync(key, ct) is not { } mail)
        {
            return NotFound();
        }

        // Asked for twice, done once; whoever was second at the same moment finds it done.
        if (mail.State != MailState.Cancelled && !await service.CancelAsync(mail, ct)
            && await mails.FindAsync(key, ct) is { State: not MailState.Cancelled } now)
        {
            return Refused(now, "止められませんでした。先に送信が始まったためです。いまの状態をご確認ください。");
        }

        Saved("メールを止めました。このメールは送られません。");
        return RedirectToAction(nameof(Show), new { key });
    }

    private async Task<IActionResult> ResendAsync(OutgoingMail mail, ResendForm form, Guid ticket, CancellationToken ct)
    {
        var (again, refusal) = await service.ResendAsync(mail, form.Preface, ticket, ct);
        if (again is null)
        {
            return Refused(mail, $"送り直せません。{refusal!.Value.Label()}。", form);
        }

        Saved($"{again.Recipient} あてに送り直しました。まもなく送信されます。");
        return RedirectToAction(nameof(Show), new { key = again.Key });
    }

    private MailPage Of(OutgoingMail mail, ResendForm? form = null) => new(mail, form ?? new() { Ticket = Guid.NewGuid() }, [], null, service.Now);

    private ViewResult Refused(OutgoingMail mail, string words, ResendForm? form = null)
    {
        Response.StatusCode = StatusCodes.Status409Conflict;
        return View("Show", Of(mail, form) with { Trouble = words });
    }
}
