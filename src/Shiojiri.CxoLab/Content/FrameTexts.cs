using static Shiojiri.CxoLab.Content.BuiltInContent;

namespace Shiojiri.CxoLab.Content;

/// <summary>The texts that stand on every page.</summary>
public static class FrameTexts
{
    private const string Page = "すべてのページ";

    public static readonly BuiltInContent Call = Heading("frame-call", Page, "/", "募集中、ページの下の呼びかけ", "塩尻と、|関わりはじめる。");

    public static readonly IReadOnlyList<BuiltInContent> All = [Call];
}

/// <summary>The texts of the list of past projects.</summary>
public static class ProjectTexts
{
    private const string Page = "プロジェクトの一覧";
    private const string Path = "/projects";

    public static readonly BuiltInContent Title = Heading("projects-title", Page, Path, "ページの題", "過去のプロジェクト");

    public static readonly BuiltInContent Lead = Heading("projects-lead", Page, Path, "はじめの一文", "これまでのメンバーが、地域プレイヤーと一緒に取り組んだプロジェクトです。") with
    {
        WhenTakenDown = "ページの題の下の一文が消えます。",
    };

    public static readonly IReadOnlyList<BuiltInContent> All = [Title, Lead];
}
