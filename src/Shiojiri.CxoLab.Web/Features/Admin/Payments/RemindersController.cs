using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Text;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Features.Shared;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Payments;

internal sealed class RemindersController(OverdueQuery query, ReminderService service, StaffScope scope, CurrentStaff staff, AccessLog seen) : AdminController
{
    private const string Overdue = "~/Features/Admin/Payments/Overdue.cshtml";

    [HttpGet("/admin/payments")]
    [RequiresPermission(Permission.Read)]
    public IActionResult Index(int? cohort) => LocalRedirect($"/admin/payments/overdue{Query(cohort)}");

    [HttpGet("/admin/payments/overdue")]
    [RequiresPermission(Permission.Read)]
    public async Task<IActionResult> Open(int? cohort, CancellationToken ct) =>
        await query.PageAsync(cohort, null, ct) is { } page ? await ShownAsync(page, ct) : NotFound();

    /// <summary>The same page with the mails as they would be with another due day.</summary>
    [HttpPost("/admin/payments/reminders/preview")]
    [RequiresPermission(Permission.AskForFee)]
    public async Task<IActionResult> Preview(int? cohort, string? due, CancellationToken ct)
    {
        var (day, errors) = Day(due);
        if (await query.PageAsync(cohort, day, ct) is not { } page)
        {
            return NotFound();
        }

        Response.StatusCode = errors.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK;
        return await ShownAsync(page with { DueTyped = due, Errors = errors }, ct);
    }

    [HttpPost("/admin/payments/reminders")]
    [RequiresPermission(Permission.AskForFee)]
    [RequiresReauthentication]
    public async Task<IActionResult> Send(int? cohort, string? due, string? proof, CancellationToken ct)
    {
        var (day, errors) = Day(due);
        if (await query.PageAsync(cohort, day, ct) is not { } page)
        {
            return NotFound();
        }

        if (errors.Count == 0 && page.Proof == proof && page.Asked.Count > 0 && await service.RemindAsync(page.Asked, day, ct) == SaveOutcome.Done)
        {
            return LocalRedirect($"/admin/payments/reminders{Query(cohort)}");
        }

        page = await query.PageAsync(cohort, day, ct) ?? page;
        if (errors.Count == 0 && page.Asked.Count == 0)
        {
            // The same form a second time: everybody in it has their mail.
            return LocalRedirect($"/admin/payments/reminders{Query(cohort)}");
        }

        Response.StatusCode = errors.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status409Conflict;
        return await ShownAsync(page with { DueTyped = due, Errors = errors, Notice = errors.Count > 0 ? null : "まだ送っていません。宛先か文面が変わりました。下の内容を確かめて、もう一度押してください。" }, ct);
    }

    [HttpGet("/admin/payments/reminders")]
    [RequiresPermission(Permission.Read)]
    public async Task<IActionResult> Sent(int? cohort, string? on, CancellationToken ct)
    {
        if (await query.RemindedAsync(cohort, TypedDay.Parse(on) ?? query.Today, ct) is not { } page)
        {
            return NotFound();
        }

        await seen.SeenAsync(AuditAction.ListViewed, "", new { page = "reminders", cohort = page.Cohort.Name, shown = page.People.Count }, ct);
        return View("~/Features/Admin/Payments/Reminded.cshtml", page);
    }

    [HttpPost("/admin/applications/{number:length(10)}/payment-instructions")]
    [RequiresPermission(Permission.AskForFee)]
    public async Task<IActionResult> SendInstructions(string number, string? ticket, ApplicantFilter filter, CancellationToken ct)
    {
        if (!RandomToken.IsWellFormed(ticket) || await scope.People.SingleOrDefaultAsync(a => a.Number == number, ct) is not { } application)
        {
            return NotFound();
        }

        Saved(await service.SendInstructionsAsync(application, ticket!, ct) is { } refusal
            ? $"送りませんでした。{refusal.Label()}。"
            : "お支払いのご案内を送信待ちに入れました。まもなく送られます。");
        return LocalRedirect($"/admin/applications/{number}{filter.Query()}");
    }

    private async Task<ViewResult> ShownAsync(OverduePage page, CancellationToken ct)
    {
        await seen.SeenAsync(AuditAction.ListViewed, "", new { page = "overdue", cohort = page.Cohort.Name, shown = page.Asked.Count + page.LeftOut.Count }, ct);
        return View(Overdue, page);
    }

    // Moving the day is for whoever keeps the money.
    private (DateOnly? Day, IReadOnlyList<FieldError> Errors) Day(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed) || !staff.May(Permission.RecordMoney))
        {
            return (null, []);
        }

        return TypedDay.Parse(typed, query.Today) is { } day && day >= query.Today && day <= query.Today.AddYears(1)
            ? (day, [])
            : (null, FieldError.OfOne("due", "今日から1年後までの日付を、2022-07-01 のように入力してください"));
    }

    private static string Query(int? cohort) => cohort is { } ordinal ? $"?cohort={ordinal}" : "";
}
