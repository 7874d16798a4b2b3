using Shiojiri.CxoLab.Settings;
using Shiojiri.CxoLab.Web.Features.Shared;
using Shiojiri.CxoLab.Web.Features.Shared.Guarding;

namespace Shiojiri.CxoLab.Web.Features.Inquiries;

/// <summary>The form, with what was typed and what is wrong with it.</summary>
/// <param name="Form">As typed.</param>
/// <param name="Ticket">Null while the form can't be offered: then the page shows how else to reach the office.</param>
/// <param name="Notice">Why the page is shown again.</param>
/// <param name="Errors">What is wrong.</param>
/// <param name="Office">How else the office is reached.</param>
/// <param name="Months">After which the question is cleared.</param>
internal sealed record InquiryPage(InquiryForm Form, string? Ticket, FormNotice? Notice, IReadOnlyList<FieldError> Errors, ContactValues Office, int Months)
{
    public string? Error(string field) => Errors.Of(field);
}
