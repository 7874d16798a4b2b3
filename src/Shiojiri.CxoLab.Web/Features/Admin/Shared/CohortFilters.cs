using System.Linq.Expressions;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Questions;
using Shiojiri.CxoLab.Themes;
using Shiojiri.CxoLab.Web.Data;

namespace Shiojiri.CxoLab.Web.Features.Admin.Shared;

/// <summary>Narrows applicants by what a cohort has of its own: its themes and its questions. It asks the database for nothing itself.</summary>
internal sealed class CohortFilters(SiteThemes themes, CohortQuestions questions)
{
    public IQueryable<Application> Narrow(IQueryable<Application> found, ApplicantFilter filter, Cohort cohort)
    {
        if (ThemeOf(filter, cohort) is { Id: var theme })
        {
            found = found.Where(Chose(theme));
        }

        if (questions.AnswerOf(filter.Answer, cohort.Id) is var (question, choice))
        {
            found = found.Where(Answered(question.Id, AskedQuestion.ChoiceKey(choice)));
        }

        return found;
    }

    /// <summary>The themes that applicants of a cohort may have chosen.</summary>
    public IReadOnlyList<ShownTheme> ThemesOf(Cohort cohort) => themes.EverOf(cohort.Id);

    /// <summary>The name of the theme that is asked for; null when none is.</summary>
    public string? SayTheme(ApplicantFilter filter, Cohort cohort) => ThemeOf(filter, cohort)?.PlainTitle;

    /// <summary>The answer that is asked for, as a person would say it; null when none is.</summary>
    public string? SayAnswer(ApplicantFilter filter, Cohort cohort) =>
        questions.AnswerOf(filter.Answer, cohort.Id) is var (question, choice) ? $"「{question.Wording}」が「{choice}」" : null;

    /// <summary>Whoever named a theme, in the application itself or in one that was put under it.</summary>
    public static Expression<Func<Application, bool>> Chose(int theme) =>
        a => a.Themes.Any(t => t.ThemeId == theme) || a.Merged.Any(m => m.Themes.Any(t => t.ThemeId == theme));

    /// <summary>Whoever chose an answer, in the application itself or in one that was put under it.</summary>
    public static Expression<Func<Application, bool>> Answered(int question, string? choice) =>
        a => a.Answers.Any(x => x.QuestionId == question && x.ChoiceKey == choice) || a.Merged.Any(m => m.Answers.Any(x => x.QuestionId == question && x.ChoiceKey == choice));

    private ShownTheme? ThemeOf(ApplicantFilter filter, Cohort cohort) => themes.EverOf(cohort.Id).FirstOrDefault(t => t.Key == filter.Theme);
}
