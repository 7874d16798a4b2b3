using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Questions;
using Shiojiri.CxoLab.Staff;

namespace Shiojiri.CxoLab.Web.Tests.Testing;

/// <summary>Own questions of a cohort's form that are there already.</summary>
internal static class Asking
{
    private static readonly Actor By = new(null, "事務局");

    /// <summary>The key of a new question of the newest cohort, behind the others.</summary>
    public static Task<string> AskAsync(this Site site, QuestionContents contents, bool isDraft = false) => site.InDatabaseAsync(async db =>
    {
        var cohort = await db.Cohorts.OrderByDescending(c => c.Ordinal).Select(c => c.Id).FirstAsync();
        var question = new FormQuestion(cohort, RandomToken.Draw(), await db.FormQuestions.CountAsync(q => q.CohortId == cohort) + 1, contents, By, DateTime.UnixEpoch);
        if (!isDraft)
        {
            question.Publish(DateTime.UnixEpoch);
        }

        db.Add(question);
        await db.SaveChangesAsync();
        return question.Key;
    });

    public static Task<string> AskAsync(this Site site, QuestionKind kind, string wording, bool isRequired = false, params string[] choices) =>
        site.AskAsync(new QuestionContents(kind, wording) { IsRequired = isRequired, Choices = choices });

    /// <summary>Says a question anew while it is open.</summary>
    public static Task<int> SayAnewAsync(this Site site, string key, Func<QuestionContents, QuestionContents> change) => site.InDatabaseAsync(async db =>
    {
        var question = await db.FormQuestions.Include(q => q.Revisions).SingleAsync(q => q.Key == key);
        question.Change(change(question.Revisions.Single(r => r.Number == question.Number).Read()), By, DateTime.UnixEpoch.AddDays(1));
        return await db.SaveChangesAsync();
    });

    public static Task<int> TakeAwayAsync(this Site site, string key) => site.InDatabaseAsync(async db =>
    {
        (await db.FormQuestions.SingleAsync(q => q.Key == key)).Remove(DateTime.UnixEpoch.AddDays(1));
        return await db.SaveChangesAsync();
    });

    public static string Field(string key) => $"Questions[{key}]";

    public static string Field(string key, string choice) => $"Questions[{key}.{AskedQuestion.ChoiceKey(choice)}]";

    /// <summary>Question, wording it was given under, and value, of every answer.</summary>
    public static Task<List<string>> AnswersAsync(this Site site) => site.InDatabaseAsync(async db =>
        (await db.QuestionAnswers.OrderBy(a => a.ApplicationId).ThenBy(a => a.QuestionId).ThenBy(a => a.Position)
            .Join(db.FormQuestionRevisions, a => a.RevisionId, r => r.Id, (a, r) => new { r.Json, a.Value }).ToListAsync())
            .ConvertAll(a => $"{QuestionContents.Read(a.Json).Wording}={a.Value}"));
}
