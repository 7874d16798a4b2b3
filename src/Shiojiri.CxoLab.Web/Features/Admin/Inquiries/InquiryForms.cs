using FluentValidation;
using Shiojiri.CxoLab.Inquiries;
using Shiojiri.CxoLab.Web.Features.Shared;

namespace Shiojiri.CxoLab.Web.Features.Admin.Inquiries;

/// <summary>An answer, as typed.</summary>
internal sealed class AnswerForm
{
    /// <summary>Drawn when the form was shown: the same form never sends twice.</summary>
    public Guid? Ticket { get; set; }

    /// <summary>The inquiry as it was when the form was shown.</summary>
    public Guid? Version { get; set; }

    public string? Text { get; set; }

    /// <summary>Nothing is left to do after it.</summary>
    public bool Closes { get; set; }
}

internal sealed class AnswerFormValidator : AbstractValidator<AnswerForm>
{
    public AnswerFormValidator() => RuleFor(f => f.Text).IsText("本文", InquiryLimits.Answer, required: "本文を入力してください", lines: true);
}

/// <summary>State and assignee, as chosen.</summary>
internal sealed class CareForm
{
    public Guid? Version { get; set; }

    public string? Status { get; set; }

    public int? AccountId { get; set; }

    /// <summary>Null when it is none of those that there are.</summary>
    public InquiryStatus? StatusAsked => InquiryFilter.Parsed(Status);
}
