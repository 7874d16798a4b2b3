using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Inquiries;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Mail;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Inquiries;

/// <summary>Answers a question by mail and moves it along, each with its line in the audit log, in one save.</summary>
internal sealed class InquiryAnswerService(CxoLabDb db, StaffScope scope, StaffSaveService save, MailComposer composer, AuditTrail audit)
{
    /// <summary>Done as well when the same form was sent before.</summary>
    public async Task<SaveOutcome> AnswerAsync(Inquiry inquiry, AnswerForm form, CancellationToken ct)
    {
        var ticket = form.Ticket!.Value;
        if (inquiry.Answers.Any(a => a.Ticket == ticket))
        {
            return SaveOutcome.Done;
        }

        if (form.Version != inquiry.Version)
        {
            return SaveOutcome.Stale;
        }

        var (subject, before) = (await SubjectAsync(inquiry, ct), inquiry.Status);
        var answer = inquiry.Answer(form.Text!, ticket, form.Closes, save.Actor, save.UtcNow);
        await composer.QueueAsync(MailKind.InquiryAnswer, new MailRequest.Reply(inquiry, answer), ct);

        // What was asked and answered is kept for a time only; the log has neither.
        audit.Write(AuditAction.InquiryAnswered, subject, new { Status = before }, new { Inquiry = inquiry.Key, inquiry.Status });
        if (await save.SaveFirstAsync(ct) == SaveOutcome.Done)
        {
            return SaveOutcome.Done;
        }

        // The same form, twice at the same moment, or somebody else's answer.
        db.ChangeTracker.Clear();
        return await db.InquiryAnswers.AnyAsync(a => a.Ticket == ticket, ct) ? SaveOutcome.Done : SaveOutcome.Stale;
    }

    /// <param name="inquiry">Tracked.</param>
    /// <param name="form">With a state that there is.</param>
    /// <param name="assignee">The name of the account chosen; null for none.</param>
    public async Task<SaveOutcome> ChangeAsync(Inquiry inquiry, CareForm form, string? assignee, CancellationToken ct)
    {
        var (status, id) = (form.StatusAsked!.Value, assignee is null ? null : form.AccountId);
        var (statusBefore, wasGivenTo) = (inquiry.Status, inquiry.AssigneeId);
        if (form.Version != inquiry.Version)
        {
            return status == statusBefore && id == wasGivenTo ? SaveOutcome.Done : SaveOutcome.Stale;
        }

        if (!inquiry.Change(status, id))
        {
            return SaveOutcome.Done;
        }

        audit.Write(
            AuditAction.InquiryChanged, await SubjectAsync(inquiry, ct),
            new { Status = statusBefore, AssigneeId = wasGivenTo }, new { Inquiry = inquiry.Key, Status = status, AssigneeId = id, Assignee = assignee });
        return await save.SaveAsync(ct);
    }

    /// <summary>The application's number, as the log calls an applicant; empty without one.</summary>
    public async Task<string> SubjectAsync(Inquiry inquiry, CancellationToken ct) => inquiry.ApplicationId is not { } id ? ""
        : await scope.AllApplications.Where(a => a.Id == id).Select(a => a.Number).FirstOrDefaultAsync(ct) ?? "";
}
