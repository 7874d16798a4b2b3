using static Shiojiri.CxoLab.Content.BuiltInContent;

namespace Shiojiri.CxoLab.Content;

/// <summary>The sentences of 個人情報の取り扱い. How long things are kept and who answers for it are settings.</summary>
public static class PrivacyTexts
{
    private const string Page = "個人情報の取り扱い";
    private const string Path = "/privacy";

    public static readonly BuiltInContent Collected = Plain("privacy-collected", Page, Path, "お預かりする情報",
        """
        - 氏名、フリガナ、メールアドレス、お住まいの都道府県または国、現地日程への参加予定、応募の動機
        - 書いていただいた場合は、電話番号、職業、関心のある分野、経験やスキル、地域との関わり、募集を知ったきっかけ
        - お問い合わせのフォームでは、氏名、メールアドレス、内容。書いていただいた場合は、受付番号
        """);

    public static readonly BuiltInContent Purposes = Plain("privacy-purposes", Page, Path, "使う目的",
        """
        - 申し込みの受付とご連絡
        - お問い合わせへのお返事
        - 参加費のお支払いの案内と入金の確認
        - プログラムの運営に必要な連絡

        このほかの目的には使いません。
        """);

    public static readonly BuiltInContent Bodies = Plain("privacy-bodies", Page, Path, "情報を扱う団体",
        "塩尻CxO Labを運営する長野県塩尻市、NPO法人MEGURU、一般社団法人ONE Xの担当者が扱います。法令に基づく場合を除き、ご本人の同意なくほかの第三者に渡すことはありません。");

    public static readonly BuiltInContent Technique = Plain("privacy-technique", Page, Path, "サイトの仕組みについて",
        """
        - 閲覧ページではCookieを使いません。
        - 申込フォームとお問い合わせのフォームでは、安全に送信するためのCookieを、申し込みの完了画面ではお名前とメールアドレスを表示するための暗号化したCookie（送信から24時間）を使います。
        - アクセス解析や広告など、外部のサービスへ情報を送る仕組みは入れていません。
        """);

    public static readonly BuiltInContent Requests = Plain("privacy-requests", Page, Path, "確認・訂正・削除のご請求",
        "ご自身の情報の開示、訂正、利用の停止、削除は、[お問い合わせ](/contact)のページから事務局へお申し出ください。ご本人であることを確かめたうえで対応します。");

    public static readonly IReadOnlyList<BuiltInContent> All = [Collected, Purposes, Bodies, Technique, Requests];
}

/// <summary>The free sentences of 特定商取引法に基づく表記; who sells, what and when come from the settings and the cohort.</summary>
public static class LegalTexts
{
    private const string Page = "特定商取引法に基づく表記";
    private const string Path = "/legal";

    public static readonly BuiltInContent Costs = Plain("legal-costs", Page, Path, "価格のほかに必要な費用", "現地までの交通費などの扱いは、事務局にお尋ねください。");

    public static readonly BuiltInContent Payment = Plain("legal-payment", Page, Path, "支払い方法", "銀行振込。申し込みの後に、画面とメールで振込先をご案内します。");

    public static readonly BuiltInContent Withdrawal = Plain("legal-withdrawal", Page, Path, "辞退と返金", "申し込んだ後に参加を辞退するときは、受付番号を添えて事務局までご連絡ください。");

    public static readonly IReadOnlyList<BuiltInContent> All = [Costs, Payment, Withdrawal];
}
