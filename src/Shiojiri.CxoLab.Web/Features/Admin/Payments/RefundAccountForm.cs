using System.Text.RegularExpressions;
using FluentValidation;
using Shiojiri.CxoLab.Payments;
using Shiojiri.CxoLab.Text;
using Shiojiri.CxoLab.Web.Features.Shared;

namespace Shiojiri.CxoLab.Web.Features.Admin.Payments;

/// <summary>An account that money goes back to, as it is kept; of one that no key opens only that it is there.</summary>
internal sealed record KnownRefundAccount(RefundAccountDetails? Details, string EnteredBy, DateTime EnteredUtc, Guid Version);

/// <summary>An account that money goes back to, as staff type it.</summary>
internal sealed record RefundAccountForm
{
    public string? Bank { get; init; }

    public string? BankCode { get; init; }

    public string? Branch { get; init; }

    public string? BranchCode { get; init; }

    public string? AccountKind { get; init; }

    public string? AccountNumber { get; init; }

    public string? Holder { get; init; }

    /// <summary>Of the account that stood there when the form was shown.</summary>
    public Guid? AccountVersion { get; init; }

    public RefundAccountKind? KindAsked => Enum.TryParse<RefundAccountKind>(AccountKind, out var kind) && Enum.IsDefined(kind) ? kind : null;

    /// <summary>With widths, kana and blanks folded, ready to be checked and stored.</summary>
    public RefundAccountForm Folded() => this with
    {
        Bank = Kept(Folding.Line(Bank)),
        BankCode = Digits(BankCode),
        Branch = Kept(Folding.Line(Branch)),
        BranchCode = Digits(BranchCode),
        AccountNumber = Digits(AccountNumber),
        Holder = Kept(Folding.HalfWidth(Folding.Katakana(Holder)).ToUpperInvariant()),
    };

    /// <summary>Of a folded form that the validator has passed.</summary>
    public RefundAccountDetails ToDetails() => new(Bank!, BankCode, Branch!, BranchCode!, KindAsked!.Value, AccountNumber!, Holder!);

    public static RefundAccountForm Of(KnownRefundAccount? known) => known?.Details is not { } account
        ? new() { AccountKind = nameof(RefundAccountKind.Ordinary), AccountVersion = known?.Version }
        : new()
        {
            Bank = account.Bank,
            BankCode = account.BankCode,
            Branch = account.Branch,
            BranchCode = account.BranchCode,
            AccountKind = account.Kind.ToString(),
            AccountNumber = account.Number,
            Holder = account.Holder,
            AccountVersion = known.Version,
        };

    private static string? Kept(string text) => text.Length == 0 ? null : text;

    private const string Hyphens = "-‐‑‒–—―−ー";

    // Blanks and hyphens between digits are no fault; anything else stays for the validator to see.
    private static string? Digits(string? typed) =>
        Kept(string.Concat(Folding.HalfWidth(Folding.Unmarked(Folding.Line(typed))).Where(c => !char.IsWhiteSpace(c) && !Hyphens.Contains(c))));
}

internal sealed partial class RefundAccountFormValidator : AbstractValidator<RefundAccountForm>
{
    private const int NameLimit = 60;

    /// <summary>The fields as they stand in the form.</summary>
    public static readonly string[] Order =
    [
        nameof(RefundAccountForm.Bank), nameof(RefundAccountForm.BankCode), nameof(RefundAccountForm.Branch), nameof(RefundAccountForm.BranchCode),
        nameof(RefundAccountForm.AccountKind), nameof(RefundAccountForm.AccountNumber), nameof(RefundAccountForm.Holder),
    ];

    public RefundAccountFormValidator()
    {
        RuleFor(f => f.Bank).IsText("金融機関名", NameLimit, required: "金融機関名を入力してください");
        RuleFor(f => f.BankCode).Must(code => code is null || IsDigits(code, 4)).WithMessage("金融機関コードは4桁の数字です。わからないときは空のままにしてください");
        RuleFor(f => f.Branch).IsText("支店名", NameLimit, required: "支店名を入力してください");
        RuleFor(f => f.BranchCode).Must(code => IsDigits(code, 3)).WithMessage("支店コードを3桁の数字で入力してください（例 001）");
        RuleFor(f => f.KindAsked).NotNull().WithMessage("預金の種類を選んでください").OverridePropertyName(nameof(RefundAccountForm.AccountKind));
        RuleFor(f => f.AccountNumber).Must(number => IsDigits(number, 7))
            .WithMessage("口座番号を7桁の数字で入力してください。7桁に足りないときは、左に0を付けます（例 0123456）");
        RuleFor(f => f.Holder).Must(holder => holder is not null).WithMessage("口座名義を入力してください")
            .DependentRules(() => RuleFor(f => f.Holder).Must(holder => HolderShape().IsMatch(holder!)).WithMessage("口座名義は、通帳のとおりにカタカナで入力してください（60字まで）"));
    }

    private static bool IsDigits(string? text, int length) => text?.Length == length && text.All(char.IsAsciiDigit);

    // What a transfer can carry: kana, capital letters, digits and a few signs.
    [GeneratedRegex(@"^[ァ-ヺー・=ヽヾA-Z0-9 ().,/「」\-]{1,60}$", RegexOptions.CultureInvariant)]
    private static partial Regex HolderShape();
}
