using Shiojiri.CxoLab.Web.Features.Admin.Shared;

namespace Shiojiri.CxoLab.Web.Features.Admin.Templates;

/// <summary>What the editor of a text posts.</summary>
internal sealed class TemplateForm : MailTextForm
{
    /// <summary>The cohort's ordinal.</summary>
    public int? Cohort { get; set; }

    /// <summary>Of the text as it was when the form was shown; nothing: the built-in one.</summary>
    public Guid? Version { get; set; }

    /// <summary>Drawn when the form was shown: the same form never sends two test mails.</summary>
    public Guid? Ticket { get; set; }
}
