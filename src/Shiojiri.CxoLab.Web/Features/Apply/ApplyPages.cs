using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Text;
using Shiojiri.CxoLab.Web.Features.Shared;
using Shiojiri.CxoLab.Web.Features.Shared.ApplicationForm;
using Shiojiri.CxoLab.Web.Features.Shared.Guarding;

namespace Shiojiri.CxoLab.Web.Features.Apply;

/// <summary>The form, with what was typed and what is wrong with it.</summary>
internal sealed record ApplyPage(Cohort Cohort, ApplyForm Form, string Ticket, FormNotice? Notice, IReadOnlyList<FieldError> Errors)
{
    public string? Error(string field) => Errors.Of(field);
}

/// <summary>最終確認画面: every answer and the terms of the contract (特定商取引法12条の6).</summary>
internal sealed record CheckPage(
    Cohort Cohort, ApplyForm Form, string Answers, FormNotice? Notice, DateOnly DueOn, string? TransferFee, string? Withdrawal)
{
    public string? LikelyMeant => EmailAddress.LikelyMeant(Form.Email!);
}

/// <summary>What was typed, sealed, while the database can't be asked, and where to send it again.</summary>
internal sealed record RetainedPage(string? Answers, string Action)
{
    /// <summary>Our own fault, which no waiting mends; null when it passes.</summary>
    public FormNotice? Fault { get; init; }
}

/// <summary>What somebody has to know after sending, in case the mail is lost; address and name masked but in the browser that sent it.</summary>
internal sealed record CompletePage(
    string Number, string Email, string Kana, bool IsWhole, Yen Fee, DateOnly DueOn, CurriculumSession? Next, OfficeDetails Office)
{
    public CompletePage WholeFor(OwnApplication? own) =>
        own is null ? this : this with { Email = own.Email, Kana = own.Kana, IsWhole = true };

    /// <summary>Whether it may be the page of what was typed there.</summary>
    public bool Fits(ApplyForm typed) => Email == Masked.Email(typed.Email!) && Kana == Masked.Name(typed.Kana!);
}
