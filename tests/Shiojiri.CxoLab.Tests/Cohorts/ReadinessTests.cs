using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Settings;

namespace Shiojiri.CxoLab.Tests.Cohorts;

/// <summary>What has to be known before recruitment may open.</summary>
public sealed class ReadinessTests
{
    private static readonly SettingsInForce Whole = new(
        new ContactValues("info@example.jp", "0263-00-0000"),
        new SellerValues("見本の会", "見本 太郎", "長野県塩尻市見本町1-1"),
        new FeeValues(7, "手数料は事務局が負担します。", "開始の前日までは全額を返金します。"),
        new AccountValues("見本銀行", "見本支店", "普通", "1234567", "ミホン"),
        new PrivacyValues("見本の会 事務局長", "期の終わりから3年"));

    private static readonly DateOnly Today = new(2022, 6, 10);

    [Fact]
    public void When_everything_is_known_nothing_is_missing() =>
        Assert.All(Readiness.Of(Made(20_000), Whole, Today), item => Assert.Empty(item.Missing));

    [Fact]
    public void Each_item_names_what_it_lacks()
    {
        var nothing = new SettingsInForce(new ContactValues(" "), new SellerValues(), new FeeValues(), new AccountValues("見本銀行"), new PrivacyValues());
        var cohort = Made(20_000);
        cohort.Choose(new Admission(AdmissionMode.Selection, FeeTiming.OnAdmission));

        Assert.Equal(
            [
                "Contact True メールアドレス、電話番号", "Seller True 販売者、責任者、所在地", "Terms True 返金の条件、振込手数料", "Account True 口座",
                "Privacy True 管理する人、保管する期間", "Deadline False これから来る締切", "Admission False 選考の結果をお知らせする日",
            ],
            Readiness.Of(cohort, nothing, new(2022, 7, 31)).Select(r => $"{r.Item} {r.IsLegal} {string.Join('、', r.Missing)}"));
    }

    [Fact]
    public void Where_nothing_is_paid_neither_account_nor_terms_are_missed() =>
        Assert.All(
            Readiness.Of(Made(0), Whole with { Account = new AccountValues(), Fee = new FeeValues() }, Today), item => Assert.True(item.IsReady));

    private static Cohort Made(int fee) =>
        new(3, "第三期", new(2022, 7, 20), new(2023, 1, 31), new Yen(fee), new RecruitmentPeriod(null, new(2022, 7, 30)), [], []);
}
