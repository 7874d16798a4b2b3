using Shiojiri.CxoLab.Payments;

namespace Shiojiri.CxoLab.Tests.Payments;

public sealed class PayerNameTests
{
    [Theory]
    [InlineData("ｼﾖｳｼﾞ ｹｲｺ", "ショウジ ケイコ", PayerMatch.Certain)]
    [InlineData("シヨウジ　ケイコ", "ショウジ ケイコ", PayerMatch.Certain)]
    [InlineData("シヨウシ\u309b ケイコ", "ショウジ ケイコ", PayerMatch.Certain)]
    [InlineData("3012345678 ｼﾖｳｼﾞｹｲｺ", "ショウジ ケイコ", PayerMatch.Certain)]
    [InlineData("ｸﾞﾛ-ﾊﾞﾙ ﾊﾅｺ", "グローバル ハナコ", PayerMatch.Certain)]
    [InlineData("ｼﾞﾔﾝ ﾘﾕﾂｸ", "ジャン＝リュック", PayerMatch.Certain)]
    [InlineData("ｵｵﾉ", "オーノ", PayerMatch.Possible)]
    [InlineData("ｵﾉ", "オーノ", PayerMatch.Possible)]
    [InlineData("ｺｳﾉ ﾊﾅｺ", "コーノ ハナコ", PayerMatch.Possible)]
    [InlineData("ｵﾉ", "オダ", PayerMatch.None)]
    [InlineData("3012345678", "オダ", PayerMatch.None)]
    public void A_payer_is_certain_possible_or_nobody(string payer, string kana, PayerMatch match) => Assert.Equal(match, PayerName.Compare(payer, kana));
}
