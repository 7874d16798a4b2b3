using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Text;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Features.Shared;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Mail;

internal sealed class GroupMailController(GroupMailPageBuilder builder, GroupMailQueue queue) : AdminController
{
    private const string Address = "/admin/mail/group";
    private const string Compose = "~/Features/Admin/Mail/Group.cshtml";

    [HttpGet(Address)]
    [RequiresPermission(Permission.SendMail)]
    public async Task<IActionResult> Open([FromQuery] ApplicantFilter filter, string? session, CancellationToken ct) =>
        await builder.NewAsync(filter, session, ct) is { } page
            ? await ShownAsync(page with { Paper = page.Paper with { Faults = [] } }, ct)
            : NotFound();

    [HttpPost(Address)]
    [RequiresPermission(Permission.SendMail)]
    public async Task<IActionResult> Send([FromForm] ApplicantFilter filter, [FromForm] GroupMailForm form, CancellationToken ct)
    {
        if (form.Batch is not { } batch || await builder.PageAsync(filter, form, ct) is not { } page)
        {
            return NotFound();
        }

        var isSent = await queue.IsSentAsync(batch, ct);
        if (!isSent)
        {
            if (Refused(page) is { } refused)
            {
                return await ShownAsync(refused, ct);
            }

            if (!await queue.SendAsync(page.Recipients, form, filter, ct))
            {
                return await ShownAsync(Overtaken(page), ct);
            }
        }

        return Done(form, page, isSent);
    }

    // The notice of a date has one batch for everybody: a second press, or a colleague's, sends nothing.
    private RedirectResult Done(GroupMailForm form, GroupMailPage page, bool isSent)
    {
        Saved(isSent && form.Session is not null
            ? "この日程のお知らせは、もう送信待ちに入っています。いま押した分は送っていません。"
            : "まとめて送るメールを送信待ちに入れました。順に送られます。");
        return Redirect(form.Session is null ? "/admin/mail?kind=Group" : $"/admin/cohorts/{page.Recipients.Cohort.Ordinal}/sessions");
    }

    /// <summary>The preview alone, for the script; the whole page for a browser without.</summary>
    [HttpPost($"{Address}/preview")]
    [RequiresPermission(Permission.SendMail)]
    public async Task<IActionResult> Preview(bool whole, [FromForm] ApplicantFilter filter, [FromForm] GroupMailForm form, CancellationToken ct) =>
        await builder.PageAsync(filter, form, ct) is not { } page ? NotFound()
            : whole ? await ShownAsync(page, ct)
            : PartialView("_RenderedMail", page.Paper);

    private async Task<ViewResult> ShownAsync(GroupMailPage page, CancellationToken ct)
    {
        await builder.SeenAsync(page, ct);
        return View(Compose, page);
    }

    private GroupMailPage? Refused(GroupMailPage page)
    {
        var errors = page.Paper.Faults.ToList();
        if (!page.HasChanged && CountFault(page) is { } fault)
        {
            errors.Add(new FieldError(nameof(GroupMailForm.Count), fault));
        }

        if (errors.Count == 0 && !page.HasChanged)
        {
            return null;
        }

        Response.StatusCode = page.HasChanged ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
        return page with { Errors = errors };
    }

    // Somebody moved the date again, or told of it in other words, after the form was opened.
    private GroupMailPage Overtaken(GroupMailPage page)
    {
        Response.StatusCode = StatusCodes.Status409Conflict;
        return page with
        {
            Errors = [new FieldError(nameof(GroupMailForm.Subject), "この日程は、画面を開いたあとに変わりました。まだ送っていません。日程の画面から開き直してください")],
        };
    }

    private static string? CountFault(GroupMailPage page)
    {
        var typed = Folding.HalfWidth(Folding.Line(page.Form.Count)).Replace(",", "", StringComparison.Ordinal);
        return page.Recipients.Addresses switch
        {
            0 => "宛先がありません。申込者の一覧で条件を選び直してください",
            > GroupMail.MostAddresses => $"一度に送れるのは{GroupMail.MostAddresses:N0}件までです。条件を絞り込んでください",
            var number when int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count == number => null,
            var number => typed.Length == 0 ? $"宛先の件数（{number}）を入力してください" : $"宛先は{number}件です。件数をもう一度入力してください",
        };
    }
}
