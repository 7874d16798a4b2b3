using System.Globalization;
using FluentValidation;
using Shiojiri.CxoLab.Settings;
using Shiojiri.CxoLab.Text;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Features.Shared;

namespace Shiojiri.CxoLab.Web.Features.Admin.Settings;

/// <summary>One section as typed.</summary>
internal sealed record SettingsForm
{
    /// <summary>By the fields' names.</summary>
    public Dictionary<string, string?> Values { get; init; } = [];

    /// <summary>The number of the revision that the form was filled from; 0 when nobody had saved the section.</summary>
    public int Seen { get; init; }

    public SettingsForm Folded(SettingSection section) => this with
    {
        Values = SettingField.Of(section).ToDictionary(f => f.Name, f => SettingsText.Folded(f, Values.GetValueOrDefault(f.Name))),
    };
}

internal sealed class SettingsFormValidator : AbstractValidator<SettingsForm>
{
    /// <param name="isPicture">Whether a key is that of a picture that can be shown.</param>
    public SettingsFormValidator(SettingSection section, Func<string, bool> isPicture) => RuleFor(f => f).Custom((form, context) =>
    {
        // Half an account is none: people would pay to a place that does not exist.
        var whole = section == SettingSection.Account && form.Values.Values.Any(v => v is not null);
        foreach (var field in SettingField.Of(section))
        {
            var text = form.Values[field.Name];
            var fault = text is not null ? Fault(field, text, isPicture) : field.IsRequired ? $"{field.Label}を入力してください" : whole ? $"{field.Label}も入力してください。5つそろうと、案内に載ります" : null;
            if (fault is not null)
            {
                context.AddFailure($"Values[{field.Name}]", fault);
            }
        }
    });

    private static string? Fault(SettingField field, string text, Func<string, bool> isPicture) => field.Kind switch
    {
        SettingFieldKind.Email => EmailAddress.TryParse(text, out _) is null ? null : "メールアドレスの形を確かめてください。例：info@example.jp",
        SettingFieldKind.Phone => PhoneNumber.Parse(text) is null ? "電話番号を市外局番から入力してください。例：0263-00-0000" : null,
        SettingFieldKind.Number => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= field.Least && number <= field.Most
            ? null : $"{field.Least}から{field.Most}までの整数で入力してください",
        SettingFieldKind.AccountNumber => text.Length == 7 && text.All(char.IsAsciiDigit)
            ? null : "口座番号を7桁の数字で入力してください。短いときは、前に0をつけます",
        SettingFieldKind.Colour => Colour.Parse(text) is not { } colour ? "色を #5b2346 のように、# と6桁の英数字で入力してください"
            : Palette.ContrastOf(colour) >= Palette.Least ? null
            : $"この色では文字が読みにくくなります（{Palette.ContrastText(colour)}）。{Palette.Least:0.0}:1以上になる、もっと濃い色にしてください",
        SettingFieldKind.Picture => isPicture(text) ? null : PictureChoice.NotThere,
        SettingFieldKind.Kana => !Folding.Katakana(text).All(IsOfHolder) ? "カタカナで入力してください。例：トクヒ）シオジリ" : TextRule.Fault(text, field.Label, field.Most, null, lines: false),
        SettingFieldKind.Line or SettingFieldKind.Lines => TextRule.Fault(text, field.Label, field.Most, null, field.Kind == SettingFieldKind.Lines),
        _ => throw new ArgumentOutOfRangeException(nameof(field), field.Kind, null),
    };

    // What a bank's own form takes in a name: kana, capitals, digits, brackets, dots and bars.
    private static bool IsOfHolder(char sign) =>
        char.IsAsciiLetterOrDigit(sign) || sign is ' ' or '　' or '(' or ')' or '（' or '）' or '.' or '．' or '-' or '－' or '・' or '/' || KanaName.IsKatakana(sign.ToString());
}
