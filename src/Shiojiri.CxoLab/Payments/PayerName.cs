namespace Shiojiri.CxoLab.Payments;

/// <summary>
/// The name to type at the bank (振込依頼人名): the application number, a blank, the kana. The number stands first because banks
/// cut long names at the end (the field holds 48 half-width characters: 全銀協規定フォーマット 振込入金通知).
/// </summary>
public static class PayerName
{
    public static string For(string number, string kana) => $"{number} {kana}";
}
