using FluentValidation;
using Shiojiri.CxoLab.Payments;
using Shiojiri.CxoLab.Text;
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

    /// <summary>The answer to whether it is another payment than the one of the same day and amount: yes, no, or none yet.</summary>
    public string? IsAnother { get; init; }

    /// <summary>The line that a reversal takes back, by its key.</summary>
    public string? Entry { get; init; }

    public Guid Version { get; init; }

    /// <summary>The day on which money moved; a day without a year is the one nearest to today.</summary>
    public DateOnly? OnDay(DateOnly today) => TypedDay.Parse(On, today);

    /// <summary>2022-06-10: what the form begins with.</summary>
    public static string Iso(DateOnly day) => day.ToString("O", System.Globalization.CultureInfo.InvariantCulture);

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

internal sealed class DueDateFormValidator : AbstractValidator<DueDateForm>
{
    /// <summary>The ids of the fields: two forms on the page have a reason.</summary>
    public const string Due = "due";
    public const string Reason = "due-reason";

    public DueDateFormValidator(DateOnly today)
    {
        RuleFor(f => TypedDay.Parse(f.Due, today)).Must(on => on >= today && on <= today.AddYears(1))
            .WithMessage("今日から1年後までの日付を、2022-07-01 のように入力してください").OverridePropertyName(Due);
        RuleFor(f => Folded(f.Reason)).Configure(rule => rule.PropertyName = Reason).IsText("理由", LedgerEntry.RemarkLimit, required: "理由を入力してください");
    }

    public static string? Folded(string? reason) => Folding.Line(reason) is { Length: > 0 } text ? text : null;
}

/// <summary>Taking a line back asks for nothing but why, and that is shown at the lines: each has a form of its own.</summary>
internal sealed class ReversalFormValidator : AbstractValidator<LedgerForm>
{
    public ReversalFormValidator() => RuleFor(f => f.Remark)
        .Configure(rule => rule.PropertyName = nameof(LedgerForm.Entry))
        .IsText("取り消す理由", LedgerEntry.RemarkLimit);
}
