namespace Shiojiri.CxoLab.Web.Features.Pages;

/// <summary>One of the 38 success criteria of levels A and AA in JIS X 8341-3:2016, and what our own check found.</summary>
/// <param name="Level">A or AA.</param>
/// <param name="Applies">Whether the site has anything it speaks of.</param>
internal sealed record AccessibilityCriterion(string Number, string Name, string Level, bool Applies = true)
{
    public static readonly IReadOnlyList<AccessibilityCriterion> All =
    [
        new("1.1.1", "非テキストコンテンツ", "A"),
        new("1.2.1", "音声だけ及び映像だけ（収録済み）", "A", false),
        new("1.2.2", "キャプション（収録済み）", "A", false),
        new("1.2.3", "音声解説又はメディアに対する代替コンテンツ（収録済み）", "A", false),
        new("1.2.4", "キャプション（ライブ）", "AA", false),
        new("1.2.5", "音声解説（収録済み）", "AA", false),
        new("1.3.1", "情報及び関係性", "A"),
        new("1.3.2", "意味のある順序", "A"),
        new("1.3.3", "感覚的な特徴", "A"),
        new("1.4.1", "色の使用", "A"),
        new("1.4.2", "音声の制御", "A", false),
        new("1.4.3", "コントラスト（最低限レベル）", "AA"),
        new("1.4.4", "テキストのサイズ変更", "AA"),
        new("1.4.5", "文字画像", "AA"),
        new("2.1.1", "キーボード", "A"),
        new("2.1.2", "キーボードトラップなし", "A"),
        new("2.2.1", "タイミング調整可能", "A"),
        new("2.2.2", "一時停止、停止及び非表示", "A", false),
        new("2.3.1", "3回の閃光、又は閾値以下", "A"),
        new("2.4.1", "ブロックスキップ", "A"),
        new("2.4.2", "ページタイトル", "A"),
        new("2.4.3", "フォーカス順序", "A"),
        new("2.4.4", "リンクの目的（コンテキスト内）", "A"),
        new("2.4.5", "複数の手段", "AA"),
        new("2.4.6", "見出し及びラベル", "AA"),
        new("2.4.7", "フォーカスの可視化", "AA"),
        new("3.1.1", "ページの言語", "A"),
        new("3.1.2", "一部分の言語", "AA"),
        new("3.2.1", "フォーカス時", "A"),
        new("3.2.2", "入力時", "A"),
        new("3.2.3", "一貫したナビゲーション", "AA"),
        new("3.2.4", "一貫した識別性", "AA"),
        new("3.3.1", "エラーの特定", "A"),
        new("3.3.2", "ラベル又は説明", "A"),
        new("3.3.3", "エラー修正の提案", "AA"),
        new("3.3.4", "エラー回避（法的、金融、データ）", "AA"),
        new("4.1.1", "構文解析", "A"),
        new("4.1.2", "名前（name）、役割（role）及び値（value）", "A"),
    ];
}
