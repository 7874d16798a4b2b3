using Microsoft.AspNetCore.Mvc.ModelBinding;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Text;
using OfficeFacts = Shiojiri.CxoLab.Mail.Office;

namespace Shiojiri.CxoLab.Web.Features.Applications;

/// <summary>The form, with what was typed and what is wrong with it.</summary>
internal sealed record ApplyPage(Cohort Cohort, ApplyForm Form, string Ticket, ApplyNotice? Notice, IReadOnlyList<FieldError> Errors)
{
    public string? Error(string field) => Errors.FirstOrDefault(e => e.Field == field)?.Message;
}

/// <summary>One message and the control it belongs to.</summary>
internal sealed record FieldError(string Field, string Message)
{
    public string Id => ApplyFormValidator.Id(Field);

    /// <summary>ModelState keeps no order; the summary follows the form.</summary>
    public static IReadOnlyList<FieldError> Of(ModelStateDictionary state, Cohort cohort)
    {
        string[] order =
        [
            nameof(ApplyForm.Name), nameof(ApplyForm.Kana), nameof(ApplyForm.Email), nameof(ApplyForm.Phone), nameof(ApplyForm.Residence),
            nameof(ApplyForm.Country), nameof(ApplyForm.Occupation),
            .. cohort.OnSiteSessions.Select(s => $"{nameof(ApplyForm.Attendance)}[{s.Slug}]"),
            nameof(ApplyForm.Interests), nameof(ApplyForm.Motivation), nameof(ApplyForm.Skills), nameof(ApplyForm.Relation),
            nameof(ApplyForm.HeardFrom), nameof(ApplyForm.Consent),
        ];
        return [.. state
            .SelectMany(field => field.Value!.Errors.Take(1).Select(e => new FieldError(field.Key, e.ErrorMessage)))
            .OrderBy(e => Array.IndexOf(order, e.Field))];
    }
}

/// <summary>最終確認画面: every answer and the terms of the contract (特定商取引法12条の6).</summary>
internal sealed record CheckPage(
    Cohort Cohort, ApplyForm Form, string Answers, ApplyNotice? Notice, DateOnly DueOn, string? TransferFee, string? Withdrawal)
{
    public string? LikelyMeant => EmailAddress.LikelyMeant(Form.Email!);
}

/// <summary>What was typed, sealed, while the database is away, and where to send it again.</summary>
internal sealed record KeptPage(string? Answers, string Action);

/// <summary>What somebody has to know after sending, in case the mail is lost.</summary>
internal sealed record CompletePage(Application Application, CurriculumSession? First, OfficeFacts Office);
