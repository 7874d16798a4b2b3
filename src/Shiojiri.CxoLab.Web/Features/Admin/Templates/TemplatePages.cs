using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Features.Shared;

namespace Shiojiri.CxoLab.Web.Features.Admin.Templates;

internal sealed record TemplateListPage(Cohort Cohort, IReadOnlyList<(int Ordinal, string Name)> Cohorts, IReadOnlyList<TemplateRow> Rows);

/// <param name="ChangedBy">Who wrote it; null: built in.</param>
internal sealed record TemplateRow(MailKind Kind, string Subject, string? ChangedBy, DateTime? ChangedUtc);

/// <param name="Stored">The cohort's own text; null: the built-in one holds.</param>
internal sealed record TemplatePage(
    MailKind Kind, Cohort Cohort, TemplateForm Form, MailTemplate? Stored, RenderedMail Paper, IReadOnlyList<Choice> Applicants)
{
    public IReadOnlyList<FieldError> Errors { get; init; } = [];

    /// <summary>A word on what was just done without leaving the page.</summary>
    public string? Done { get; init; }

    /// <summary>Somebody else has changed the text since the form was shown.</summary>
    public bool IsStale { get; init; }

    public MailText Current => Stored?.Text ?? BuiltInTexts.Of(Kind);

    public string Address => $"/admin/templates/{Kind.Slug()}";
}
