using FluentValidation;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Inquiries;
using Shiojiri.CxoLab.Text;
using Shiojiri.CxoLab.Web.Features.Shared;

namespace Shiojiri.CxoLab.Web.Features.Inquiries;

/// <summary>What the inquiry form posts, as typed.</summary>
internal sealed class InquiryForm
{
    public string? Kind { get; set; }

    public string? Name { get; set; }

    public string? Email { get; set; }

    public string? Number { get; set; }

    public string? Text { get; set; }

    /// <summary>When the form was opened and the key it carries, protected.</summary>
    public string? Ticket { get; set; }

    /// <summary>Hidden from people; whatever fills it in is a program.</summary>
    public string? Memo { get; set; }

    /// <summary>With widths, kana and blanks folded, ready to be checked and stored.</summary>
    public InquiryForm Folded() => new()
    {
        Kind = string.IsNullOrEmpty(Kind) ? null : Kind,
        Name = Kept(Folding.Line(Name)),
        Email = EmailAddress.TryParse(Email, out var address) is null ? address : Kept(Folding.Line(Email)),
        Number = Kept(Digits(Number)),
        Text = Kept(Folding.Paragraph(Text)),
        Ticket = Ticket,
        Memo = Memo,
    };

    /// <summary>The content of a folded form that the validator has passed.</summary>
    public InquiryDraft ToDraft(string key) =>
        new(key, Kind is null ? null : InquiryChoices.Kinds[Kind].Kind, Name!, Email!, Number, Text!);

    // People read a number off a mail with hyphens in it, and type it by whatever hyphen their keyboard gives.
    private static string Digits(string? typed)
    {
        var line = Folding.HalfWidth(Folding.Unmarked(Folding.Line(typed)));
        var number = string.Concat(line.Where(c => c is not (' ' or '-' or '‐' or '‑' or '–' or '—' or '−' or 'ー' or 'ｰ')));
        return number.All(char.IsAsciiDigit) ? number : line;
    }

    private static string? Kept(string text) => text.Length == 0 ? null : text;
}

/// <summary>The choices of the form by the value that is posted, in the order shown.</summary>
internal static class InquiryChoices
{
    public static readonly IReadOnlyDictionary<string, (InquiryKind Kind, string Label)> Kinds =
        new[] { ("before", InquiryKind.BeforeApplying), ("after", InquiryKind.AfterApplying), ("payment", InquiryKind.Payment), ("other", InquiryKind.Other) }
            .ToDictionary(k => k.Item1, k => (k.Item2, k.Item2.Label()), StringComparer.Ordinal);
}

/// <summary>Checks a folded form. Each message says what to do.</summary>
internal sealed class InquiryFormValidator : AbstractValidator<InquiryForm>
{
    /// <summary>The fields as they stand in the form; the summary of errors follows it.</summary>
    public static readonly string[] Order =
        [nameof(InquiryForm.Kind), nameof(InquiryForm.Name), nameof(InquiryForm.Email), nameof(InquiryForm.Number), nameof(InquiryForm.Text)];

    public InquiryFormValidator()
    {
        RuleFor(f => f.Kind)
            .Must(kind => InquiryChoices.Kinds.ContainsKey(kind!)).When(f => f.Kind is not null)
            .WithMessage("どんなことかを、一覧の中から選び直してください");
        RuleFor(f => f.Name).IsText("氏名", ApplicantLimits.Name, required: "氏名を入力してください");
        RuleFor(f => f.Email).IsEmail();
        RuleFor(f => f.Number)
            .Must(ApplicationNumber.IsValid).When(f => f.Number is not null)
            .WithMessage("受付番号は10桁の数字です。もう一度お確かめください。わからないときは空のままでかまいません");
        RuleFor(f => f.Text).IsText("内容", InquiryLimits.Text, required: "内容を入力してください", lines: true);
    }
}
