using Microsoft.AspNetCore.Html;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Content;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Shared;
using Shiojiri.CxoLab.Web.Features.Shared.Content;

namespace Shiojiri.CxoLab.Web.Features;

/// <summary>What staff wrote for the page that is being shown, ready to stand in it.</summary>
internal sealed class PageTexts(ShownContent shown, SiteMarkdown markdown)
{
    /// <param name="top">The level of the first heading that may stand in the text.</param>
    public IHtmlContent Body(BuiltInContent block, int top = 3) => markdown.Render(shown.Text(block)[ContentField.Text], top);

    public IHtmlContent Title(BuiltInContent block) => Phrases.Of(shown.Text(block)[ContentField.Title]);

    /// <summary>The class of a title that says itself where it may break.</summary>
    public string? TitleClass(BuiltInContent block) => shown.Text(block)[ContentField.Title].Contains('|', StringComparison.Ordinal) ? "wb" : null;

    /// <summary>よくある質問, with those that come from the cohort in their place among the others.</summary>
    public IReadOnlyList<FaqEntry> Questions(Cohort? cohort, RecruitmentStatus standing) =>
    [
        .. shown.Questions.SelectMany(q => q.Key == FirstQuestions.OfCohort.Key
            ? FaqEntry.OfCohort(cohort, standing)
            : [new FaqEntry(q[ContentField.Question]) { Written = markdown.Render(q[ContentField.Answer], 3) }]),
    ];
}
