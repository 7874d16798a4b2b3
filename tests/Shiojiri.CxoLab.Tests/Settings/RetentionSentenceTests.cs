using Shiojiri.CxoLab.Settings;

namespace Shiojiri.CxoLab.Tests.Settings;

public sealed class RetentionSentenceTests
{
    [Theory]
    [InlineData("期の終わりから3年間保管し、消去します。", "3年")]
    [InlineData("期の終わりから６か月または１年で消去します。", null)]
    [InlineData("12ヶ月の後に消します。", null)]
    [InlineData("18カ月の後に消します。", "18カ月")]
    [InlineData("2022年7月に始まる期は、期の終わりから6か月で消します。", null)]
    [InlineData("必要がなくなりしだい消します。", null)]
    [InlineData("1年6か月の後に消します。", "1年6か月")]
    [InlineData("1年 0か月の後に消します。", null)]
    [InlineData(null, null)]
    public void A_span_that_no_setting_knows_is_found(string? sentence, string? span) =>
        Assert.Equal(span, RetentionSentence.Contradiction(new PrivacyValues(Retention: sentence)));

    [Fact]
    public void Visitors_read_the_months_that_are_set_and_nothing_where_nothing_is_erased()
    {
        Assert.StartsWith("申し込みの内容は、期の終わりから、参加された方は12か月、参加にいたらなかった方は6か月がたつと", RetentionSentence.OfMonths(new PrivacyValues()), StringComparison.Ordinal);
        Assert.StartsWith("参加された方の申し込みの内容は、期の終わりから12か月", RetentionSentence.OfMonths(new PrivacyValues(NotAcceptedMonths: 0)), StringComparison.Ordinal);
        Assert.StartsWith("参加にいたらなかった方の", RetentionSentence.OfMonths(new PrivacyValues(MemberMonths: 0)), StringComparison.Ordinal);
        Assert.Null(RetentionSentence.OfMonths(new PrivacyValues(NotAcceptedMonths: 0, MemberMonths: 0)));
    }
}
