using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Web.Features.Shared;

namespace Shiojiri.CxoLab.Web.Features.Admin.Shared;

/// <summary>A text as it would leave, beside the editor; shown by _RenderedMail.</summary>
internal sealed record RenderedMail(MailPreview Letter, string Applicant, IReadOnlyList<FieldError> Faults);

/// <summary>The fields of a text and what can be filled in; shown by _MailTextFields.</summary>
internal sealed record MailTextFields(MailTextForm Form, IReadOnlyList<FieldError> Errors, IReadOnlyList<Choice> Applicants, string ApplicantHint);
