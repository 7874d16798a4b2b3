using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Themes;

namespace Shiojiri.CxoLab.Web.Features.Shared.ApplicationForm;

/// <summary>The questions of the application form, for the public page and for staff who key in what came on paper or by phone.</summary>
internal sealed record ApplyFields(Cohort Cohort, ApplyForm Form, IReadOnlyList<FieldError> Errors)
{
    /// <summary>The cohort's own questions, behind those that every cohort asks.</summary>
    public OwnQuestions Questions { get; init; } = OwnQuestions.None;

    /// <summary>Who came by phone may have no address: staff enter a number instead.</summary>
    public bool MayLackEmail { get; init; }

    /// <summary>The themes to choose among; without any nothing is asked.</summary>
    public IReadOnlyList<ShownTheme> Themes { get; init; } = [];
}
