using Microsoft.AspNetCore.Html;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Content;
using Shiojiri.CxoLab.Text;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Shared;
using Shiojiri.CxoLab.Web.Features.Shared.Content;

namespace Shiojiri.CxoLab.Web.Features;

/// <summary>What staff wrote for the page that is being shown, ready to stand in it.</summary>
internal sealed class PageTexts(ShownContent shown, SiteMarkdown markdown)
{
    /// <param name="top">The level of the first heading that may stand in the text.</param>
    public IHtmlContent Body(BuiltInContent block, int top = 3) => shown.Text(block) is { } piece ? Body(piece, top) : HtmlString.Empty;

    public IHtmlContent Body(ShownPiece piece, int top = 3) => markdown.Render(piece[ContentField.Text], top);

    public IHtmlContent Markdown(string text, int top = 3) => markdown.Render(text, top);

    /// <summary>Whether it stands on the site: not when it was taken down.</summary>
    public bool Shows(BuiltInContent block) => shown.Text(block) is not null;

    /// <summary>A title or a heading; the programme's name does not break.</summary>
    public IHtmlContent Title(BuiltInContent block) => Phrases.Of(Words(block, ContentField.Title));

    /// <summary>The heading of a section, h2, under the id by which the section is named.</summary>
    public IHtmlContent Heading(string id, BuiltInContent block) => new HtmlContentBuilder()
        .AppendHtml($"<h2 id=\"{id}\"").AppendHtml(TitleClass(block) is { } breaks ? $" class=\"{breaks}\">" : ">").AppendHtml(Title(block)).AppendHtml("</h2>");

    /// <summary>The title without the signs for breaking.</summary>
    public string PlainTitle(BuiltInContent block) => Phrasing.Plain(Words(block, ContentField.Title));

    /// <summary>What stands before the first bar of a title, and what behind it.</summary>
    public (string Before, string Behind) Parts(BuiltInContent block) =>
        Words(block, ContentField.Title).Split(Phrasing.Mark, 2) is [var before, .. var rest] ? (before, string.Concat(rest)) : ("", "");

    /// <summary>What stands under a title in a drawing.</summary>
    public string Line(BuiltInContent block) => Words(block, ContentField.Line);

    /// <summary>The class of a title that says itself where it may break.</summary>
    public string? TitleClass(BuiltInContent block) => TitleClass(Words(block, ContentField.Title));

    public static string? TitleClass(string title) => title.Contains(Phrasing.Mark, StringComparison.Ordinal) ? "wb" : null;

    /// <summary>All pieces of a kind that visitors see now, in their order.</summary>
    public IReadOnlyList<ShownPiece> Of(ContentKind kind) => shown.Of(kind);

    /// <summary>よくある質問, with those that come from the cohort in their place among the others.</summary>
    public IReadOnlyList<FaqEntry> Questions(Cohort? cohort, RecruitmentStatus standing) =>
    [
        .. shown.Of(ContentKind.Faq).SelectMany(q => q.Key == FirstQuestions.OfCohort.Key
            ? FaqEntry.OfCohort(cohort, standing)
            : [new FaqEntry(q[ContentField.Question]) { Written = markdown.Render(q[ContentField.Answer], 3) }]),
    ];

    private string Words(BuiltInContent block, string field) => shown.Text(block)?[field] ?? "";
}
