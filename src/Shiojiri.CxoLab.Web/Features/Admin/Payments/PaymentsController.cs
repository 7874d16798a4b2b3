using FluentValidation;
using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Mvc;
using Shiojiri.CxoLab.Payments;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Text;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Features.Shared;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Payments;

/// <summary>Money entered by hand. Lines are only added; a mistake is taken back by a line against it.</summary>
[Route("admin/applications/{number:length(10)}")]
internal sealed class PaymentsController(PaymentService service, DueDateService dueDates, LedgerPageBuilder builder, StaffSaveService saves) : AdminController
{
    private static readonly string[] Order =
    [
        nameof(LedgerForm.On), nameof(LedgerForm.Amount), nameof(LedgerForm.Way), nameof(LedgerForm.Remark), DueDateFormValidator.Due, DueDateFormValidator.Reason,
    ];

    [HttpGet("payments")]
    [RequiresPermission(Permission.Read)]
    public async Task<IActionResult> Ledger(string number, ApplicantFilter filter, CancellationToken ct) =>
        await builder.PageAsync(number, filter, ct) is { } page ? View(page) : NotFound();

    [HttpPost("due-date")]
    [RequiresPermission(Permission.RecordMoney)]
    [RequiresReauthentication]
    public async Task<IActionResult> MoveDueDate(string number, [Bind(Prefix = "")] DueDateForm form, Guid version, ApplicantFilter filter, CancellationToken ct)
    {
        ModelState.Clear();
        (await new DueDateFormValidator(saves.Today).ValidateAsync(form, ct)).AddToModelState(ModelState, null);
        var outcome = !ModelState.IsValid ? PaymentOutcome.Refused : await dueDates.MoveAsync(
            number, TypedDay.Parse(form.Due, saves.Today)!.Value, DueDateFormValidator.Folded(form.Reason)!, version, ct);
        return await AnsweredAsync(outcome, "お支払いの期限を移しました", number, filter, page => page with { Mending = LedgerSection.DueDate, DueDate = form }, ct);
    }

    [HttpPost("payments")]
    [RequiresPermission(Permission.RecordMoney)]
    [RequiresReauthentication]
    public Task<IActionResult> Pay(string number, [Bind(Prefix = "")] LedgerForm form, ApplicantFilter filter, CancellationToken ct) =>
        EnterAsync(number, form, LedgerSection.Payment, filter, ct);

    [HttpPost("refunds")]
    [RequiresPermission(Permission.RecordMoney)]
    [RequiresReauthentication]
    public Task<IActionResult> Refund(string number, [Bind(Prefix = "")] LedgerForm form, ApplicantFilter filter, CancellationToken ct) =>
        EnterAsync(number, form, LedgerSection.Refund, filter, ct);

    [HttpPost("reversals")]
    [RequiresPermission(Permission.RecordMoney)]
    [RequiresReauthentication]
    public Task<IActionResult> Reverse(string number, [Bind(Prefix = "")] LedgerForm form, ApplicantFilter filter, CancellationToken ct) =>
        EnterAsync(number, form, LedgerSection.Reversal, filter, ct);

    private async Task<IActionResult> EnterAsync(string number, LedgerForm form, LedgerSection section, ApplicantFilter filter, CancellationToken ct)
    {
        ModelState.Clear();
        IValidator<LedgerForm> validator = section == LedgerSection.Reversal ? new ReversalFormValidator() : new MoneyFormValidator(saves.Today);
        (await validator.ValidateAsync(form with { Remark = form.RemarkFolded }, ct)).AddToModelState(ModelState, null);
        var (outcome, words) = ModelState.IsValid ? await service.EnterAsync(number, form, KindOf(section), ct) : (PaymentOutcome.Refused, null);
        if (ModelState.IsValid && outcome == PaymentOutcome.Refused)
        {
            ModelState.AddModelError(section == LedgerSection.Reversal ? nameof(LedgerForm.Entry) : nameof(LedgerForm.Amount), words!);
        }

        return await AnsweredAsync(outcome, words, number, filter, page => page with { Mending = section, Form = Again(form, page), AsksWhetherAnother = outcome == PaymentOutcome.Asks }, ct);
    }

    private async Task<IActionResult> AnsweredAsync(
        PaymentOutcome outcome, string? words, string number, ApplicantFilter filter, Func<LedgerPage, LedgerPage> mending, CancellationToken ct)
    {
        if (outcome == PaymentOutcome.Done)
        {
            Saved(words!);
            return LocalRedirect($"/admin/applications/{number}/payments{filter.Query()}");
        }

        if (outcome == PaymentOutcome.NotThere || await builder.PageAsync(number, filter, ct) is not { } page)
        {
            return NotFound();
        }

        Response.StatusCode = outcome == PaymentOutcome.Stale ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
        return View(nameof(Ledger), mending(page) with { IsStale = outcome == PaymentOutcome.Stale, Errors = FieldError.Of(ModelState, Order) });
    }

    private static LedgerForm Again(LedgerForm typed, LedgerPage page) =>
        typed with { Version = page.Application.Version, Key = RandomToken.IsWellFormed(typed.Key) ? typed.Key : RandomToken.Draw() };

    private static LedgerEntryKind KindOf(LedgerSection section) => section switch
    {
        LedgerSection.Payment => LedgerEntryKind.Payment,
        LedgerSection.Refund => LedgerEntryKind.Refund,
        LedgerSection.Reversal => LedgerEntryKind.Reversal,
        _ => throw new ArgumentOutOfRangeException(nameof(section), section, "It enters no line."),
    };
}
