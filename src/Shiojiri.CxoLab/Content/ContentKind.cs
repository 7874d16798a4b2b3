namespace Shiojiri.CxoLab.Content;

/// <summary>What a piece of the site is (内容の種類), and with it which fields it has.</summary>
public enum ContentKind
{
    /// <summary>文</summary>
    Text,

    /// <summary>見出しと文</summary>
    Titled,

    /// <summary>見出し: one line that always stands.</summary>
    Heading,

    /// <summary>題と一文: two short lines in a drawing.</summary>
    Caption,

    /// <summary>よくある質問</summary>
    Faq,

    /// <summary>お知らせ</summary>
    News,

    /// <summary>過去のプロジェクト</summary>
    Project,

    /// <summary>メンバーの声</summary>
    Voice,

    /// <summary>運営団体</summary>
    Organisation,

    /// <summary>歩み: a step on the programme's way, with its references (参考).</summary>
    Milestone,

    /// <summary>関わる人</summary>
    Person,
}

public static class ContentKindLabel
{
    /// <summary>文, 見出しと文 …</summary>
    public static string Label(this ContentKind kind) => kind switch
    {
        ContentKind.Text => "文",
        ContentKind.Titled => "見出しと文",
        ContentKind.Heading => "見出し",
        ContentKind.Caption => "題と一文",
        ContentKind.Faq => "よくある質問",
        ContentKind.News => "お知らせ",
        ContentKind.Project => "過去のプロジェクト",
        ContentKind.Voice => "メンバーの声",
        ContentKind.Organisation => "運営団体",
        ContentKind.Milestone => "歩み",
        ContentKind.Person => "関わる人",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>Whether staff add pieces of it and take them down; the others have their fixed place on a page.</summary>
    public static bool ComesAndGoes(this ContentKind kind) => kind is not (ContentKind.Text or ContentKind.Titled or ContentKind.Heading or ContentKind.Caption);

    /// <summary>Whether staff say in which order its pieces stand; news stands by its day.</summary>
    public static bool IsOrdered(this ContentKind kind) => kind.ComesAndGoes() && kind != ContentKind.News;

    /// <summary>The page on which the pieces of a kind that comes and goes stand.</summary>
    public static string Path(this ContentKind kind) => kind switch
    {
        ContentKind.Faq => "/faq",
        ContentKind.News => "/news",
        ContentKind.Project => "/projects",
        ContentKind.Voice or ContentKind.Organisation or ContentKind.Milestone or ContentKind.Person => "/program",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
