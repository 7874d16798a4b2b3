using FluentValidation;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Text;

namespace Shiojiri.CxoLab.Web.Features.Shared;

/// <summary>The rules of how a person is called and reached, with messages that say what to do.</summary>
internal static class ContactRule
{
    public static IRuleBuilderOptionsConditions<T, string?> IsKana<T>(this IRuleBuilder<T, string?> rule) => rule.Says(KanaFault);

    public static IRuleBuilderOptionsConditions<T, string?> IsEmail<T>(this IRuleBuilder<T, string?> rule) => rule.Says(EmailFaultOf);

    public static IRuleBuilderOptionsConditions<T, string?> IsPhone<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Says(PhoneFaultOf);

    private static IRuleBuilderOptionsConditions<T, string?> Says<T>(this IRuleBuilder<T, string?> rule, Func<string?, string?> fault) =>
        rule.Custom((value, context) =>
        {
            if (fault(value) is { } message)
            {
                context.AddFailure(message);
            }
        });

    private static string? KanaFault(string? kana) => kana switch
    {
        null => "フリガナを入力してください",
        _ when KanaName.HasIdeograph(kana) => "フリガナに漢字が含まれています。カタカナかひらがなで入力してください",
        _ when !KanaName.IsKatakana(kana) => "フリガナはカタカナかひらがなで入力してください",
        _ when Folding.Length(kana) > ApplicantLimits.Kana => $"フリガナは{ApplicantLimits.Kana}字以内で入力してください（現在 {Folding.Length(kana)}字）",
        _ => null,
    };

    private static string? EmailFaultOf(string? email) => EmailAddress.TryParse(email, out _) switch
    {
        null => null,
        EmailFault.Empty => "メールアドレスを入力してください",
        EmailFault.NoAtSign => "メールアドレスに「@」がありません",
        EmailFault.CommaForDot => email!.AsSpan().ContainsAny('、', '､')
            ? "メールアドレスに「、」（読点）が入っています。「.」（ドット）ではありませんか"
            : "メールアドレスに「,」（コンマ）が入っています。「.」（ドット）ではありませんか",
        EmailFault.SeveralAddresses => "メールアドレスは1つだけ入力してください",
        EmailFault.NotAscii => "メールアドレスは英数字と記号で入力してください",
        EmailFault.BadLocalPart => "メールアドレスの「@」より前をもう一度お確かめください",
        EmailFault.BadDomain => "メールアドレスの「@」より後をもう一度お確かめください（例 name@example.jp）",
        EmailFault.TooLong => $"メールアドレスは{ApplicantLimits.Email}字以内で入力してください",
        var fault => throw new ArgumentOutOfRangeException(nameof(email), fault, null),
    };

    private static string? PhoneFaultOf(string? phone)
    {
        if (phone is null || PhoneNumber.TryParse(phone, out var number) is not { } fault)
        {
            return null;
        }

        // Only a number inside the country has a length of its own to tell of.
        var begins = number is ['0', _, '0', ..] && PhoneNumber.LengthAtHome(number) == 11 ? $"{number[..3]}で始まる番号は11桁" : "市外局番からの番号は10桁";
        var digits = number.StartsWith('+') ? "" : $"{begins}です（現在 {number.Length}桁）。";
        return fault switch
        {
            PhoneFault.TooShort => $"電話番号の数字が足りません。{digits}もう一度お確かめください",
            PhoneFault.TooLong => $"電話番号の数字が多すぎます。{digits}もう一度お確かめください",
            PhoneFault.NotANumber => "電話番号は市外局番から、海外の番号は「+」から入力してください",
            _ => throw new ArgumentOutOfRangeException(nameof(phone), fault, null),
        };
    }
}
