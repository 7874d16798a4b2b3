using Shiojiri.CxoLab.Cohorts;

namespace Shiojiri.CxoLab.Web.Features.Shared.ApplicationForm;

/// <summary>The questions of the application form, for the public page and for staff who key in what came on paper or by phone.</summary>
internal sealed record ApplyFields(Cohort Cohort, ApplyForm Form, IReadOnlyList<FieldError> Errors);
