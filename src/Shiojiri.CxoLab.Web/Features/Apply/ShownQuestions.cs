using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Questions;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Shared.ApplicationForm;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Features.Apply;

/// <summary>
/// The own questions of a cohort, and which of their revisions a page showed: form and check page carry these, protected, so that nobody
/// sends an answer to a question that says something else by now.
/// </summary>
internal sealed class ShownQuestions(CohortQuestions questions, ProgrammeClock clock, PageProtector protector)
{
    private const string Purpose = "ApplyForm.Asked.v1";

    private (int CohortId, OwnQuestions Questions)? _own;

    /// <summary>The same during a request: what was checked is what is stored, whoever changes a question meanwhile.</summary>
    public OwnQuestions Of(Cohort cohort)
    {
        if (_own is not { } own || own.CohortId != cohort.Id)
        {
            _own = own = (cohort.Id, new OwnQuestions(questions.AskedIn(cohort.Id), clock.Today));
        }

        return own.Questions;
    }

    /// <summary>Null without any question: a form of before there were some carries nothing either.</summary>
    public string? Asked(Cohort cohort) =>
        Of(cohort).Asked is { Count: > 0 } asked ? protector.Protect(Purpose, asked.Select(q => q.RevisionId).ToList()) : null;

    /// <summary>What has changed since the page was shown from which this form came; nothing for a form that was never shown.</summary>
    public IReadOnlyList<QuestionChange> ChangesSince(ApplyForm form, Cohort cohort)
    {
        if (form.Ticket is null)
        {
            return [];
        }

        var shown = protector.Open<List<int>>(Purpose, form.Asked) ?? [];
        return QuestionChange.Between([.. shown.Select(questions.As).OfType<AskedQuestion>()], Of(cohort).Asked);
    }
}
