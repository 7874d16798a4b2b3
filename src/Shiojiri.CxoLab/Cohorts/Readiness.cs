using Shiojiri.CxoLab.Settings;

namespace Shiojiri.CxoLab.Cohorts;

/// <summary>What has to be known before a cohort's recruitment may open (公開前の確認).</summary>
public enum ReadinessItem
{
    /// <summary>お問い合わせ先</summary>
    Contact,

    /// <summary>販売者の表示</summary>
    Seller,

    /// <summary>支払いと返金の条件</summary>
    Terms,

    /// <summary>振込先</summary>
    Account,

    /// <summary>個人情報</summary>
    Privacy,

    /// <summary>応募の締切</summary>
    Deadline,

    /// <summary>参加の決め方</summary>
    Admission,
}

public static class ReadinessItemLabel
{
    /// <summary>お問い合わせ先, 販売者の表示 …</summary>
    public static string Label(this ReadinessItem item) => item switch
    {
        ReadinessItem.Contact => "お問い合わせ先",
        ReadinessItem.Seller => "販売者の表示",
        ReadinessItem.Terms => "支払いと返金の条件",
        ReadinessItem.Account => "振込先",
        ReadinessItem.Privacy => "個人情報の取り扱い",
        ReadinessItem.Deadline => "応募の締切",
        ReadinessItem.Admission => "参加の決め方",
        _ => throw new ArgumentOutOfRangeException(nameof(item), item, null),
    };
}

/// <summary>What holds for one cohort: what was set for the site, and the account and terms that are its own or the site's.</summary>
public sealed record SettingsInForce(ContactValues Contact, SellerValues Seller, FeeValues Fee, AccountValues Account, PrivacyValues Privacy);

/// <summary>One item of <see cref="ReadinessItem"/> and how it stands.</summary>
/// <param name="Missing">What is missing of it, in Japanese; empty when nothing is.</param>
public sealed record Readiness(ReadinessItem Item, IReadOnlyList<string> Missing)
{
    public bool IsReady => Missing.Count == 0;

    /// <summary>
    /// Whether the law wants it before people may be asked to apply: 特定商取引法11条 and 12条の6 (who sells, how it is paid, what is given back),
    /// 個人情報保護法32条 (who answers for the data). Without it recruitment stays shut.
    /// </summary>
    public bool IsLegal => Item is ReadinessItem.Contact or ReadinessItem.Seller or ReadinessItem.Terms or ReadinessItem.Account or ReadinessItem.Privacy;

    public static IReadOnlyList<Readiness> Of(Cohort cohort, SettingsInForce settings, DateOnly today) =>
    [
        new(ReadinessItem.Contact, Gaps((settings.Contact.Email, "メールアドレス"), (settings.Contact.Phone, "電話番号"))),
        new(ReadinessItem.Seller, Gaps(
            (settings.Seller.Seller, "販売者"), (settings.Seller.Representative, "責任者"), (settings.Seller.Address, "所在地"))),

        // Nobody pays: nothing to give back, and no charge.
        new(ReadinessItem.Terms, cohort.Fee.Amount == 0 ? [] : Gaps(
            (settings.Fee.Withdrawal, "返金の条件"), (settings.Fee.TransferFee, "振込手数料"))),
        new(ReadinessItem.Account, cohort.Fee.Amount == 0 || settings.Account.IsComplete ? [] : ["口座"]),
        new(ReadinessItem.Privacy, Gaps((settings.Privacy.Officer, "管理する人"), (settings.Privacy.Retention, "保管する期間"))),
        new(ReadinessItem.Deadline, cohort.ClosesOn < today ? ["これから来る締切"] : []),
        new(ReadinessItem.Admission, cohort.Admission is { IsFirstCome: false, AnswersOn: null } ? ["選考の結果をお知らせする日"] : []),
    ];

    private static string[] Gaps(params (string? Value, string Name)[] items) =>
        [.. items.Where(i => string.IsNullOrWhiteSpace(i.Value)).Select(i => i.Name)];
}
