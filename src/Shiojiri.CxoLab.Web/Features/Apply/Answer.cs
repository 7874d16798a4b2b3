using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Questions;
using Shiojiri.CxoLab.Text;
using Shiojiri.CxoLab.Web.Features.Shared;
using Shiojiri.CxoLab.Web.Features.Shared.ApplicationForm;

namespace Shiojiri.CxoLab.Web.Features.Apply;

/// <summary>One answer on the check page, with the way back to its field.</summary>
internal sealed record Answer(string Field, string Label, string? Value, string? Note = null)
{
    public string Id => FieldError.IdOf(Field);

    /// <summary>Of the cohort's own questions those that were asked, given the others' answers.</summary>
    public static IEnumerable<Answer> OfQuestions(AnswerSheet sheet) =>
        sheet.Asked.Select(q => new Answer(OwnQuestions.Field(q), q.Wording, sheet.Given.FirstOrDefault(g => g.Question == q)?.Text));

    public static IEnumerable<Answer> OfParticipation(Cohort cohort, ApplyForm form, bool asksForThemes)
    {
        foreach (var session in cohort.OnSiteSessions)
        {
            yield return new Answer(
                $"Attendance[{session.Slug}]", session.Title, ApplyChoices.Attendance[form.Attendance[session.Slug]!].Label, $"{session.Days}、現地");
        }

        yield return new Answer("Interests", "関心のある分野", form.Interests.Count == 0 ? null : string.Join("、", form.Interests));
        if (asksForThemes)
        {
            yield return new Answer("Themes", "関心のあるテーマ", form.Chosen.Count == 0 ? null : string.Join('\n', form.Chosen.Select(t => Phrasing.Plain(t.Title))));
        }

        yield return new Answer("Motivation", "応募の動機", form.Motivation);
        yield return new Answer("Skills", "活かしたい経験やスキル", form.Skills);
        yield return new Answer("Relation", "地域との関わり", form.Relation);
        yield return new Answer("HeardFrom", "この募集を知ったきっかけ", form.HeardFrom is null ? null : ApplyChoices.HeardFrom[form.HeardFrom].Label);
    }
}
