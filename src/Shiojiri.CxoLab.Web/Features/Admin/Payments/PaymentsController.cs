using FluentValidation;
using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Mvc;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Payments;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Text;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Features.Shared;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Payments;

/// <summary>Money entered by hand. Lines are only added; a mistake is taken back by a line against it.</summary>
[Route("admin/applications/{number:length(10)}")]
internal sealed class PaymentsController(PaymentService service, StaffSaveService saves) : AdminController
{
    private static readonly string[] Order = [nameof(LedgerForm.On), nameof(LedgerForm.Amount), nameof(LedgerForm.Way), nameof(LedgerForm.Remark)];

    [HttpGet("payments")]
    [RequiresPermission(Permission.Read)]
    public async Task<IActionResult> Ledger(string number, ApplicantFilter filter, CancellationToken ct)
    {
        if (await service.FindAsync(number, ct) is not var (application, cohort))
        {
            return NotFound();
        }

        await service.NoteViewAsync(number, ct);
        return View(Fresh(application, cohort, filter));
    }

    [HttpPost("due-date")]
    [RequiresPermission(Permission.RecordMoney)]
    [RequiresReauthentication]
    public async Task<IActionResult> MoveDueDate(string number, string? due, string? reason, Guid version, ApplicantFilter filter, CancellationToken ct)
    {
        var (day, why) = (TypedDay.Parse(due, saves.Today), Folding.Line(reason) ?? "");
        var error = day is not { } on || on < saves.Today || on > saves.Today.AddYears(1) ? "今日から1年後までの日付を、2022-07-01 のように入力してください"
            : why.Length == 0 ? "理由を入力してください"
            : Folding.Length(why) > LedgerEntry.RemarkLimit ? $"理由は{LedgerEntry.RemarkLimit}文字までで入力してください"
            : null;
        switch (error is null ? await service.MoveDueDateAsync(number, day!.Value, why, version, ct) : PaymentOutcome.Refused)
        {
            case PaymentOutcome.NotThere:
                return NotFound();
            case PaymentOutcome.Done:
                Saved("お支払いの期限を移しました");
                return LocalRedirect($"/admin/applications/{number}/payments{filter.Query()}");
            case var outcome:
                return await service.FindAsync(number, ct) is not var (application, cohort) ? NotFound() : Again(
                    Fresh(application, cohort, filter) with
                    {
                        DueTyped = due,
                        DueReason = reason,
                        DueError = error ?? "この画面を開いたあとに、ほかの変更がありました。内容を確かめて、もう一度お試しください",
                    },
                    outcome == PaymentOutcome.Refused ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status409Conflict);
        }
    }

    [HttpPost("payments")]
    [RequiresPermission(Permission.RecordMoney)]
    [RequiresReauthentication]
    public Task<IActionResult> Pay(string number, [Bind(Prefix = "")] LedgerForm form, ApplicantFilter filter, CancellationToken ct) =>
        EnterAsync(number, form, LedgerEntryKind.Payment, filter, ct);

    [HttpPost("refunds")]
    [RequiresPermission(Permission.RecordMoney)]
    [RequiresReauthentication]
    public Task<IActionResult> Refund(string number, [Bind(Prefix = "")] LedgerForm form, ApplicantFilter filter, CancellationToken ct) =>
        EnterAsync(number, form, LedgerEntryKind.Refund, filter, ct);

    [HttpPost("reversals")]
    [RequiresPermission(Permission.RecordMoney)]
    [RequiresReauthentication]
    public Task<IActionResult> Reverse(string number, [Bind(Prefix = "")] LedgerForm form, ApplicantFilter filter, CancellationToken ct) =>
        EnterAsync(number, form, LedgerEntryKind.Reversal, filter, ct);

    private async Task<IActionResult> EnterAsync(string number, LedgerForm form, LedgerEntryKind kind, ApplicantFilter filter, CancellationToken ct)
    {
        ModelState.Clear();
        IValidator<LedgerForm> validator = kind == LedgerEntryKind.Reversal ? new ReversalFormValidator() : new MoneyFormValidator(saves.Today);
        (await validator.ValidateAsync(form with { Remark = form.RemarkFolded }, ct)).AddToModelState(ModelState, null);
        if (!ModelState.IsValid)
        {
            return await AgainAsync(number, form, kind, filter, StatusCodes.Status422UnprocessableEntity, ct);
        }

        var (outcome, words) = await service.EnterAsync(number, form, kind, ct);
        if (outcome == PaymentOutcome.Refused)
        {
            ModelState.AddModelError(kind == LedgerEntryKind.Reversal ? nameof(LedgerForm.Entry) : nameof(LedgerForm.Amount), words!);
        }
        else if (outcome == PaymentOutcome.Done)
        {
            Saved(words!);
        }

        return outcome switch
        {
            PaymentOutcome.NotThere => NotFound(),
            PaymentOutcome.Done => LocalRedirect($"/admin/applications/{number}/payments{filter.Query()}"),
            PaymentOutcome.Stale => await AgainAsync(number, form, kind, filter, StatusCodes.Status409Conflict, ct),
            PaymentOutcome.Refused => await AgainAsync(number, form, kind, filter, StatusCodes.Status422UnprocessableEntity, ct),
            _ => throw new InvalidOperationException($"No entry ends with {outcome}."),
        };
    }

    private async Task<IActionResult> AgainAsync(
        string number, LedgerForm form, LedgerEntryKind kind, ApplicantFilter filter, int status, CancellationToken ct)
    {
        if (await service.FindAsync(number, ct) is not var (application, cohort))
        {
            return NotFound();
        }

        await service.NoteViewAsync(number, ct);
        Response.StatusCode = status;
        var typed = form with { Version = application.Version, Key = RandomToken.IsWellFormed(form.Key) ? form.Key : RandomToken.Draw() };
        return View(
            nameof(Ledger),
            Fresh(application, cohort, filter) with
            {
                Form = typed,
                Kind = kind,
                IsStale = status == StatusCodes.Status409Conflict,
                Errors = FieldError.Of(ModelState, Order),
            });
    }

    private ViewResult Again(LedgerPage page, int status)
    {
        Response.StatusCode = status;
        return View(nameof(Ledger), page);
    }

    private LedgerPage Fresh(Application application, Cohort cohort, ApplicantFilter filter) =>
        new(application, cohort, application.FeeStatusOn(saves.Today), NewForm(application), LedgerEntryKind.Payment, false, [], filter);

    private static LedgerForm NewForm(Application application) =>
        new() { Key = RandomToken.Draw(), Version = application.Version, Way = nameof(PaymentWay.BankTransfer), Thanks = "yes" };
}
