using FluentValidation;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Payments;
using Shiojiri.CxoLab.Text;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Features.Shared;

namespace Shiojiri.CxoLab.Web.Features.Admin.Payments;

/// <summary>A payment, a refund or a reversal, as staff type it.</summary>
internal sealed record LedgerForm
{
    public string? Key { get; init; }

    public string? On { get; init; }

    public string? Amount { get; init; }

    public string? Way { get; init; }

    public string? Remark { get; init; }

    /// <summary>A payment that completes the fee sends the thank-you mail.</summary>
    public string? Thanks { get; init; }

    /// <summary>Said to be another payment than the one of the same day and amount.</summary>
    public string? IsAnother { get; init; }

    /// <summary>The line that a reversal takes back, by its key.</summary>
    public string? Entry { get; init; }

    public Guid Version { get; init; }

    /// <summary>The day on which money moved; a day without a year is the one nearest to today.</summary>
    public DateOnly? OnDay(DateOnly today) => TypedDay.Parse(On, today);

    public int? Yen => TypedYen.Parse(Amount);

    public PaymentWay? WayAsked => Enum.TryParse<PaymentWay>(Way, out var way) && Enum.IsDefined(way) ? way : null;

    public string? RemarkFolded => Folding.Line(Remark) is { Length: > 0 } remark ? remark : null;

    public MoneyMoved ToMoved(DateOnly today) => new(Key!, new Yen(Yen!.Value), OnDay(today)!.Value, WayAsked!.Value, RemarkFolded);
}

internal sealed class MoneyFormValidator : AbstractValidator<LedgerForm>
{
    private const int Most = 1_000_000;

    /// <param name="today">The last day on which money can have moved.</param>
    public MoneyFormValidator(DateOnly today)
    {
        RuleFor(f => f.OnDay(today))
            .NotNull().WithMessage("日付を 2022-06-17 のように入力してください")
            .LessThanOrEqualTo(today).WithMessage("まだ来ていない日付です。実際に入金や返金のあった日を入力してください")
            .GreaterThan(today.AddYears(-3)).WithMessage("日付が古すぎます。年をお確かめください")
            .OverridePropertyName(nameof(LedgerForm.On));
        RuleFor(f => f.Yen)
            .NotNull().WithMessage("金額を、20000 のように円の単位で入力してください")
            .InclusiveBetween(1, Most).WithMessage($"金額は1円から{new Yen(Most)}までで入力してください")
            .OverridePropertyName(nameof(LedgerForm.Amount));
        RuleFor(f => f.WayAsked).NotNull().WithMessage("方法を選んでください").OverridePropertyName(nameof(LedgerForm.Way));
        RuleFor(f => f.Remark).IsText("備考", LedgerEntry.RemarkLimit);
    }
}

/// <summary>Taking a line back asks for nothing but why, and that is shown at the lines: each has a form of its own.</summary>
internal sealed class ReversalFormValidator : AbstractValidator<LedgerForm>
{
    public ReversalFormValidator() => RuleFor(f => f.Remark)
        .Configure(rule => rule.PropertyName = nameof(LedgerForm.Entry))
        .IsText("取り消す理由", LedgerEntry.RemarkLimit);
}

/// <summary>An application's ledger, and the form that is being filled in.</summary>
/// <param name="Application">Whose, with its ledger.</param>
/// <param name="Form">As typed; new when nothing is.</param>
/// <param name="IsStale">The ledger was changed after the form was opened; nothing was entered.</param>
internal sealed record LedgerPage(
    Application Application, Cohort Cohort, FeeStatus Fee, LedgerForm Form, LedgerEntryKind Kind, bool IsStale, IReadOnlyList<FieldError> Errors,
    ApplicantFilter Filter)
{
    /// <summary>A due day that was typed, and what was wrong with it.</summary>
    public string? DueTyped { get; init; }

    public string? DueReason { get; init; }

    public string? DueError { get; init; }

    /// <summary>One form is open at a time: the one being mended, else the one that comes next.</summary>
    public bool IsOpen(LedgerEntryKind kind) => DueError is null
        && (Errors.Count > 0 || IsStale ? kind == Kind : kind == (Fee.State == FeeState.RefundDue ? LedgerEntryKind.Refund : LedgerEntryKind.Payment));

    /// <summary>The same day and amount stands already.</summary>
    public bool AsksWhetherAnother(LedgerEntryKind kind) => Error(kind, nameof(LedgerForm.Amount)) == PaymentService.SameAgain;

    public LedgerForm FormOf(LedgerEntryKind kind) => kind == Kind ? Form : new LedgerForm { Key = Form.Key, Version = Form.Version, Way = nameof(PaymentWay.BankTransfer) };

    public string? Error(LedgerEntryKind kind, string field) => kind == Kind ? Errors.Of(field) : null;

    public bool IsReversible(LedgerEntry entry) =>
        entry.Kind is LedgerEntryKind.Payment or LedgerEntryKind.Refund && Application.Ledger.All(e => e.ReversesId != entry.Id);
}
