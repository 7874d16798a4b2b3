using FluentValidation;
using Shiojiri.CxoLab.Text;

namespace Shiojiri.CxoLab.Web.Features.Admin.Publications;

/// <summary>When a cohort is shown to visitors, as typed.</summary>
internal sealed record PublicationForm
{
    public const string Now = "now";
    public const string Later = "later";

    public string? When { get; init; }

    public string? On { get; init; }

    public string? At { get; init; }

    /// <summary>The cohort's version that the page was made from.</summary>
    public Guid Version { get; init; }

    public bool IsLater => When == Later;

    /// <summary>The instant asked for, UTC; null: at once.</summary>
    public DateTime? FromUtc(DateOnly today) => IsLater ? JapanTime.ToUtc(TypedDay.Parse(On, today)!.Value, TypedTime.Parse(At)!.Value) : null;
}

internal sealed class PublicationFormValidator : AbstractValidator<PublicationForm>
{
    public static readonly string[] Order = [nameof(PublicationForm.When), nameof(PublicationForm.On), nameof(PublicationForm.At)];

    public PublicationFormValidator(DateTime nowUtc)
    {
        var today = JapanTime.DayOf(nowUtc);
        RuleFor(f => f.When).Must(when => when is PublicationForm.Now or PublicationForm.Later).WithMessage("いつ公開するかを選んでください");
        When(f => f.IsLater, () =>
        {
            RuleFor(f => f.On).Must(day => TypedDay.Parse(day, today) is not null).WithMessage("公開する日を 2022-07-20 や 7/20 のように入力してください");
            RuleFor(f => f.At).Must(time => TypedTime.Parse(time) is not null).WithMessage("公開する時刻を 9:00 のように入力してください");
            RuleFor(f => f).Must(f => f.FromUtc(today) > nowUtc).When(f => TypedDay.Parse(f.On, today) is not null && TypedTime.Parse(f.At) is not null)
                .WithMessage("これから来る日時を入力してください").OverridePropertyName(nameof(PublicationForm.On));
        });
    }
}
