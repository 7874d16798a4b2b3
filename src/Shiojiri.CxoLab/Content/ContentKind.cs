namespace Shiojiri.CxoLab.Content;

/// <summary>What a piece of the site is (内容の種類), and with it which fields it has.</summary>
public enum ContentKind
{
    /// <summary>文</summary>
    Text,

    /// <summary>見出しと文</summary>
    Titled,

    /// <summary>よくある質問</summary>
    Faq,

    /// <summary>お知らせ</summary>
    News,
}

public static class ContentKindLabel
{
    /// <summary>文, 見出しと文 …</summary>
    public static string Label(this ContentKind kind) => kind switch
    {
        ContentKind.Text => "文",
        ContentKind.Titled => "見出しと文",
        ContentKind.Faq => "よくある質問",
        ContentKind.News => "お知らせ",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>Whether staff add pieces of it and take them down; the others always stand on their page.</summary>
    public static bool ComesAndGoes(this ContentKind kind) => kind is ContentKind.Faq or ContentKind.News;
}
