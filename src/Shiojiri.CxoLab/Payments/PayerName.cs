using Shiojiri.CxoLab.Text;

namespace Shiojiri.CxoLab.Payments;

/// <summary>How surely the payer on a bank statement is a certain person.</summary>
public enum PayerMatch
{
    None,

    /// <summary>Perhaps, as with ｵｵﾉ for オーノ: for people to decide.</summary>
    Possible,

    /// <summary>The same reading but for what a statement can't write: small letters, voicing marks apart, hyphens for ー.</summary>
    Certain,
}

/// <summary>
/// The name to type at the bank (振込依頼人名): the application number, a blank, the kana. The number stands first because banks
/// cut long names at the end (the field holds 48 half-width characters: 全銀協規定フォーマット 振込入金通知).
/// </summary>
public static class PayerName
{
    public static string For(string number, string kana) => $"{number} {kana}";

    /// <summary>Holds a statement's payer against a reading. Digits (the application number) count for nothing here.</summary>
    public static PayerMatch Compare(string payer, string kana)
    {
        var (theirs, ours) = (Reading(payer), Reading(kana));
        return theirs.Length == 0 || ours.Length == 0 ? PayerMatch.None
            : theirs == ours ? PayerMatch.Certain
            : LongVowels.LeftOut(theirs) == LongVowels.LeftOut(ours) ? PayerMatch.Possible
            : PayerMatch.None;
    }

    private static string Reading(string text) => string.Concat(SearchKey.Reading(text).Where(c => !char.IsAsciiDigit(c) && c is not ('・' or '＝' or '.')));
}
