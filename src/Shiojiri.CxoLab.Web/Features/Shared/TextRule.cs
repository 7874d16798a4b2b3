using FluentValidation;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Text;

namespace Shiojiri.CxoLab.Web.Features.Shared;

/// <summary>The rule of every field of free text: present if asked for, nothing unreadable in it, not too long as a reader counts.</summary>
internal static class TextRule
{
    public static IRuleBuilderOptionsConditions<T, string?> IsText<T>(
        this IRuleBuilder<T, string?> rule, string label, int limit, string? required = null, bool lines = false) =>
        rule.Custom((text, context) =>
        {
            if (Fault(text, label, limit, required, lines) is { } message)
            {
                context.AddFailure(message);
            }
        });

    /// <summary>What is wrong with a text, in Japanese; null when nothing is.</summary>
    public static string? Fault(string? text, string label, int limit, string? required, bool lines)
    {
        if (text is null)
        {
            return required;
        }

        var fault = lines ? TextCheck.OfParagraph(text) : TextCheck.OfLine(text);
        var length = fault is null ? Folding.Length(text) : 0;
        return fault switch
        {
            TextFault.Invisible => required ?? $"{label}に目に見える文字がありません。入力し直すか、空にしてください",
            TextFault.Stacked => $"{label}に記号が重なりすぎています。記号を減らしてください",
            TextFault.Control when !lines => $"{label}は1行で入力してください。改行や特殊な記号が混ざっています",
            not null => $"{label}に表示できない文字が混ざっています。貼り付けた場合は、入力し直してください",
            _ when length > limit => $"{label}は{limit}字以内で入力してください（現在 {length}字）",
            _ when text.Length > limit * ApplicantLimits.UnitsPerCharacter => $"{label}に記号が重なりすぎています。記号を減らしてください",
            _ => null,
        };
    }
}
