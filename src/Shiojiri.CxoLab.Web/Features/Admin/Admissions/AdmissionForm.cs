using FluentValidation;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Text;
using Shiojiri.CxoLab.Web.Features.Shared;

namespace Shiojiri.CxoLab.Web.Features.Admin.Admissions;

/// <summary>How a cohort chooses its members and when it asks for the fee, as typed.</summary>
internal sealed record AdmissionForm
{
    public string? Mode { get; init; }

    public string? FeeTiming { get; init; }

    /// <summary>「yes」: 受付 becomes 参加確定 by the payment.</summary>
    public string? Confirms { get; init; }

    public string? AnswersOn { get; init; }

    /// <summary>The cohort's version that the form was filled from.</summary>
    public Guid Version { get; init; }

    public AdmissionMode? ModeAsked => Enum.TryParse<AdmissionMode>(Mode, out var mode) && Enum.IsDefined(mode) ? mode : null;

    public FeeTiming? FeeTimingAsked => Enum.TryParse<FeeTiming>(FeeTiming, out var timing) && Enum.IsDefined(timing) ? timing : null;

    public DateOnly? AnswersDay(DateOnly today) => TypedDay.Parse(AnswersOn, today);

    public Admission ToAdmission(DateOnly today) => new(
        ModeAsked!.Value, FeeTimingAsked!.Value, Confirms == "yes", ModeAsked == AdmissionMode.Selection ? AnswersDay(today) : null);

    public static AdmissionForm Of(Cohort cohort) => new()
    {
        Mode = cohort.Admission.Mode.ToString(),
        FeeTiming = cohort.Admission.FeeTiming.ToString(),
        Confirms = cohort.Admission.ConfirmsWhenPaid ? "yes" : null,
        AnswersOn = cohort.Admission.AnswersOn?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        Version = cohort.Version,
    };
}

internal sealed class AdmissionFormValidator : AbstractValidator<AdmissionForm>
{
    public AdmissionFormValidator(DateOnly today)
    {
        RuleFor(f => f.ModeAsked).NotNull().WithMessage("参加の決め方を選んでください").OverridePropertyName(nameof(AdmissionForm.Mode));
        RuleFor(f => f.FeeTimingAsked).NotNull().WithMessage("費用をお願いする時期を選んでください").OverridePropertyName(nameof(AdmissionForm.FeeTiming));
        RuleFor(f => f.AnswersDay(today))
            .NotNull().WithMessage("日付を 2022-08-05 のように入力してください")
            .When(f => !string.IsNullOrWhiteSpace(f.AnswersOn))
            .OverridePropertyName(nameof(AdmissionForm.AnswersOn));
    }
}

/// <param name="IsFixed">Somebody has applied under it already.</param>
/// <param name="IsStale">It was changed, or somebody applied, after the form was opened; nothing was stored.</param>
internal sealed record AdmissionPage(Cohort Cohort, AdmissionForm Form, bool IsFixed, bool IsStale, IReadOnlyList<FieldError> Errors)
{
    public static readonly IReadOnlyList<Choice> Modes = [.. Enum.GetValues<AdmissionMode>().Select(m => new Choice(m.ToString(), m.Label()))];

    public static readonly IReadOnlyList<Choice> Timings = [.. Enum.GetValues<FeeTiming>().Select(t => new Choice(t.ToString(), t.Label()))];
}
