namespace Shiojiri.CxoLab.Web.Features.Pages;

/// <summary>One of the 38 success criteria of levels A and AA in JIS X 8341-3:2016 (WCAG 2.0), and what our own check of the site as it is delivered found.</summary>
/// <param name="Level">A or AA.</param>
/// <param name="How">How it was checked; empty where the site has nothing that it speaks of.</param>
internal sealed record AccessibilityCriterion(string Number, string Name, string Level, params AccessibilityCheck[] How)
{
    /// <summary>The day on which all of them were gone through.</summary>
    public static readonly DateOnly CheckedOn = new(2026, 11, 26);

    private const AccessibilityCheck Auto = AccessibilityCheck.Automatic;
    private const AccessibilityCheck Keys = AccessibilityCheck.Keyboard;
    private const AccessibilityCheck Eye = AccessibilityCheck.Eye;

    public static readonly IReadOnlyList<AccessibilityCriterion> All =
    [
        new("1.1.1", "非テキストコンテンツ", "A", Auto, Eye),
        new("1.2.1", "音声だけ及び映像だけ（収録済み）", "A"),
        new("1.2.2", "キャプション（収録済み）", "A"),
        new("1.2.3", "音声解説又はメディアに対する代替コンテンツ（収録済み）", "A"),
        new("1.2.4", "キャプション（ライブ）", "AA"),
        new("1.2.5", "音声解説（収録済み）", "AA"),
        new("1.3.1", "情報及び関係性", "A", Auto, Eye),
        new("1.3.2", "意味のある順序", "A", Eye),
        new("1.3.3", "感覚的な特徴", "A", Eye),
        new("1.4.1", "色の使用", "A", Auto, Eye),
        new("1.4.2", "音声の制御", "A"),
        new("1.4.3", "コントラスト（最低限レベル）", "AA", Auto),
        new("1.4.4", "テキストのサイズ変更", "AA", Auto, Eye),
        new("1.4.5", "文字画像", "AA", Eye),
        new("2.1.1", "キーボード", "A", Keys),
        new("2.1.2", "キーボードトラップなし", "A", Keys),
        new("2.2.1", "タイミング調整可能", "A", Eye),
        new("2.2.2", "一時停止、停止及び非表示", "A"),
        new("2.3.1", "3回の閃光、又は閾値以下", "A", Eye),
        new("2.4.1", "ブロックスキップ", "A", Auto, Keys),
        new("2.4.2", "ページタイトル", "A", Auto, Eye),
        new("2.4.3", "フォーカス順序", "A", Keys),
        new("2.4.4", "リンクの目的（コンテキスト内）", "A", Auto, Eye),
        new("2.4.5", "複数の手段", "AA", Eye),
        new("2.4.6", "見出し及びラベル", "AA", Eye),
        new("2.4.7", "フォーカスの可視化", "AA", Keys, Eye),
        new("3.1.1", "ページの言語", "A", Auto),
        new("3.1.2", "一部分の言語", "AA", Eye),
        new("3.2.1", "フォーカス時", "A", Keys),
        new("3.2.2", "入力時", "A", Keys),
        new("3.2.3", "一貫したナビゲーション", "AA", Eye),
        new("3.2.4", "一貫した識別性", "AA", Eye),
        new("3.3.1", "エラーの特定", "A", Auto, Eye),
        new("3.3.2", "ラベル又は説明", "A", Auto, Eye),
        new("3.3.3", "エラー修正の提案", "AA", Eye),
        new("3.3.4", "エラー回避（法的、金融、データ）", "AA", Eye),
        new("4.1.1", "構文解析", "A", Auto),
        new("4.1.2", "名前（name）、役割（role）及び値（value）", "A", Auto),
    ];

    /// <summary>適合, or 適用なし where there is nothing that it speaks of. What fails is mended before the site is delivered: none is 非適合.</summary>
    public string Result => How.Length > 0 ? "適合" : "適用なし";

    /// <summary>自動, キーボード, 目視</summary>
    public IReadOnlyList<string> Checks => [.. How.Select(Label)];

    private static string Label(AccessibilityCheck check) => check switch
    {
        AccessibilityCheck.Automatic => "自動",
        AccessibilityCheck.Keyboard => "キーボード",
        AccessibilityCheck.Eye => "目視",
        _ => throw new ArgumentOutOfRangeException(nameof(check), check, null),
    };
}

internal enum AccessibilityCheck
{
    /// <summary>A program went over every page.</summary>
    Automatic,

    /// <summary>Every page was walked through in Chromium with keys alone.</summary>
    Keyboard,

    /// <summary>Somebody looked at every kind of page, in the ways that the statement names (docs/reach.md).</summary>
    Eye,
}
