using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Questions;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Questions;

/// <summary>Stores the own questions of a cohort as staff keep them.</summary>
internal sealed class QuestionService(CxoLabDb db, QuestionsQuery query, AuditTrail audit, StaffSaveService saves)
{
    private const int MostOfSubject = 180;
    private const int MostOfDetail = 500;

    /// <summary>Done too when the same form has been sent before.</summary>
    public async Task<SaveOutcome> AddAsync(QuestionsPage page, string key, QuestionContents contents, bool isToBePublished, CancellationToken ct)
    {
        var cohort = page.Head.Cohort;
        var question = new FormQuestion(cohort.Id, key, await NextAsync(cohort, ct), contents, saves.Actor, saves.RealUtcNow);
        if (isToBePublished)
        {
            question.Publish(saves.UtcNow);
        }

        db.Add(question);
        audit.Write(AuditAction.QuestionAdded, Subject(cohort, contents), null, new { State = isToBePublished ? null : "下書き" });
        await saves.SaveFirstAsync(ct);
        return SaveOutcome.Done;
    }

    public Task<SaveOutcome> ChangeAsync(QuestionsPage page, string key, QuestionContents contents, QuestionForm form, CancellationToken ct) =>
        WithAsync(page.Head.Cohort, key, form.Version, question =>
        {
            var before = question.Revisions.Single(r => r.Number == question.Number).Read();
            var changes = QuestionTexts.Changes(before, contents, page.Questions);
            question.Change(contents, saves.Actor, saves.RealUtcNow);
            if (changes.Count > 0)
            {
                audit.Write(AuditAction.QuestionChanged, Subject(page.Head.Cohort, before), changes.ToDictionary(c => c.Label, c => Short(c.Before)), changes.ToDictionary(c => c.Label, c => Short(c.After)));
            }

            if (form.IsToBePublished && question.PublishedUtc is null)
            {
                question.Publish(saves.UtcNow);
                audit.Write(AuditAction.QuestionPublished, Subject(page.Head.Cohort, contents));
            }
        }, ct);

    /// <summary>Changes places with the one before or behind it; stale when there is none that it may change with.</summary>
    public async Task<SaveOutcome> MoveAsync(QuestionsPage page, QuestionRow row, bool up, CancellationToken ct)
    {
        var all = await query.Of(page.Head.Cohort.Id).Where(q => q.RemovedUtc == null).ToListAsync(ct);
        var index = all.FindIndex(q => q.Key == row.Question.Key);
        if (index < 0 || !QuestionOrder.MayRise([.. all.Select(Asked)], up ? index : index + 1) || RowOrder.Move(all, index, up) is null)
        {
            return SaveOutcome.Stale;
        }

        // Two that got one position at the same moment are parted by this, too.
        for (var i = 0; i < all.Count; i++)
        {
            if (all[i].Position != i + 1)
            {
                all[i].MoveTo(i + 1);
            }
        }

        audit.Write(AuditAction.QuestionMoved, Subject(page.Head.Cohort, row.Contents), null, new { To = up ? "上" : "下" });
        return await saves.SaveAsync(ct);
    }

    /// <summary>A draft goes for good; what stood in the form is taken from it, and its answers stay.</summary>
    public Task<SaveOutcome> RemoveAsync(QuestionsPage page, QuestionRow row, Guid version, CancellationToken ct) =>
        WithAsync(page.Head.Cohort, row.Question.Key, version, question =>
        {
            if (question.PublishedUtc is null)
            {
                db.Remove(question);
            }
            else
            {
                question.Remove(saves.UtcNow);
            }

            audit.Write(AuditAction.QuestionRemoved, Subject(page.Head.Cohort, row.Contents), new { row.Answers });
        }, ct);

    public async Task<SaveOutcome> RestoreAsync(QuestionsPage page, QuestionRow row, CancellationToken ct)
    {
        var last = await NextAsync(page.Head.Cohort, ct);
        return await WithAsync(page.Head.Cohort, row.Question.Key, row.Version, question =>
        {
            question.Restore(last);
            audit.Write(
                AuditAction.QuestionChanged, Subject(page.Head.Cohort, row.Contents), new Dictionary<string, string> { ["状態"] = "外した" },
                new Dictionary<string, string> { ["状態"] = "公開中" });
        }, ct);
    }

    private async Task<SaveOutcome> WithAsync(Cohort cohort, string key, Guid version, Action<FormQuestion> change, CancellationToken ct)
    {
        var question = await query.Of(cohort.Id).SingleOrDefaultAsync(q => q.Key == key, ct);
        if (question is null || question.Version != version)
        {
            return question is null ? SaveOutcome.NotThere : SaveOutcome.Stale;
        }

        change(question);
        return await saves.SaveFirstAsync(ct);
    }

    private async Task<int> NextAsync(Cohort cohort, CancellationToken ct) =>
        (await db.FormQuestions.Where(q => q.CohortId == cohort.Id).MaxAsync(q => (int?)q.Position, ct) ?? 0) + 1;

    private static AskedQuestion Asked(FormQuestion question) =>
        new(question.Id, question.Key, 0, question.Revisions.Single(r => r.Number == question.Number).Read());

    private static string Subject(Cohort cohort, QuestionContents contents) => $"{cohort.Name}「{Short(contents.Wording, MostOfSubject)}」";

    // The log has room for what people write, not for a page of joined signs.
    private static string? Short(string? text, int most = MostOfDetail) => text is null || text.Length <= most ? text
        : $"{text[..StringInfo.ParseCombiningCharacters(text).Last(at => at <= most)]}…";
}
