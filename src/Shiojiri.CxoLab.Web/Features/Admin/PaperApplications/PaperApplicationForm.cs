using FluentValidation;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Text;
using Shiojiri.CxoLab.Themes;
using Shiojiri.CxoLab.Web.Features.Shared;
using Shiojiri.CxoLab.Web.Features.Shared.ApplicationForm;

namespace Shiojiri.CxoLab.Web.Features.Admin.PaperApplications;

/// <summary>What staff add to the answers of an application that came on paper or by phone.</summary>
internal sealed record PaperApplicationForm
{
    public string? Key { get; init; }

    public string? Channel { get; init; }

    /// <summary>Ticked after the question whether it is the same person: somebody else, who shares an address or a number.</summary>
    public string? IsAnother { get; init; }

    public bool IsKnownToBeAnother => IsAnother == "yes";

    /// <summary>The day it arrived.</summary>
    public string? ArrivedOn { get; init; }

    public Channel? ChannelAsked => Enum.TryParse<Channel>(Channel, out var channel) && channel is CxoLab.Applications.Channel.Paper or CxoLab.Applications.Channel.Phone ? channel : null;

    public DateOnly? ArrivedDay(DateOnly today) => TypedDay.Parse(ArrivedOn, today);

    /// <summary>Today it arrived now; on an earlier day at noon, which is as good as any hour of it.</summary>
    public DateTime ArrivedUtc(DateTime nowUtc)
    {
        var today = JapanTime.DayOf(nowUtc);
        return ArrivedDay(today) is { } day && day != today ? JapanTime.ToUtc(day, new TimeOnly(12, 0)) : nowUtc;
    }
}

internal sealed class PaperApplicationFormValidator : AbstractValidator<PaperApplicationForm>
{
    public PaperApplicationFormValidator(Cohort cohort, DateOnly today)
    {
        RuleFor(f => f.ChannelAsked).NotNull().WithMessage("受付の方法を選んでください").OverridePropertyName(nameof(PaperApplicationForm.Channel));
        RuleFor(f => f.ArrivedDay(today))
            .NotNull().WithMessage("受け付けた日を 2022-06-17 のように入力してください")
            .LessThanOrEqualTo(today).WithMessage("まだ来ていない日付です。受け付けた日を入力してください")
            .Must(day => day is null || day > today || cohort.Recruitment.IsOpenAt(JapanTime.ToUtc(day.Value, new TimeOnly(12, 0))))
            .WithMessage($"募集期間の外の日付です。{cohort.Name}の締め切りは{JapanTime.FullDate(cohort.ClosesOn)}です")
            .OverridePropertyName(nameof(PaperApplicationForm.ArrivedOn));
    }
}

/// <param name="Known">The number of an application that may be the same person's, where there is one.</param>
internal sealed record PaperApplicationPage(Cohort Cohort, PaperApplicationForm Entry, ApplyForm Form, IReadOnlyList<FieldError> Errors, string? Known = null)
{
    public IReadOnlyList<ShownTheme> Themes { get; init; } = [];

    public OwnQuestions Questions { get; init; } = OwnQuestions.None;
}
