using System.Globalization;
using FluentValidation;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Text;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Features.Shared;

namespace Shiojiri.CxoLab.Web.Features.Admin.Cohorts;

/// <summary>Name, term, fee, places and days of recruitment, as typed.</summary>
internal sealed record CohortDetailsForm
{
    public string? Name { get; init; }

    public string? StartsOn { get; init; }

    public string? EndsOn { get; init; }

    public string? Fee { get; init; }

    public string? Capacity { get; init; }

    /// <summary>「yes」: 約20名.</summary>
    public string? About { get; init; }

    public string? OpensOn { get; init; }

    public string? ClosesOn { get; init; }

    /// <summary>See <see cref="CohortDetails.State"/>: what the form was filled from.</summary>
    public string? Seen { get; init; }

    public string? NameTyped => Folding.Line(Name) is { Length: > 0 } name ? name : null;

    public int? CapacityTyped =>
        int.TryParse(Folding.HalfWidth(Folding.Line(Capacity)).TrimEnd('名', '人'), NumberStyles.None, CultureInfo.InvariantCulture, out var places) ? places : null;

    public static CohortDetailsForm Of(CohortDetails details) => new()
    {
        Name = details.Name,
        StartsOn = DayField.Text(details.TermStartsOn),
        EndsOn = DayField.Text(details.TermEndsOn),
        Fee = details.Fee.Amount.ToString(CultureInfo.InvariantCulture),
        Capacity = details.Capacity?.ToString(CultureInfo.InvariantCulture),
        About = details.CapacityIsAbout ? "yes" : null,
        OpensOn = DayField.Text(details.Recruitment.OpensOn),
        ClosesOn = DayField.Text(details.Recruitment.ClosesOn),
        Seen = details.State,
    };

    /// <summary>What a checked form says.</summary>
    public CohortDetails ToDetails(DateOnly today) => new(
        NameTyped!, TypedDay.Parse(StartsOn, today)!.Value, TypedDay.Parse(EndsOn, today)!.Value, new Yen(TypedYen.Parse(Fee)!.Value),
        CapacityTyped, About == "yes" && CapacityTyped is not null, new RecruitmentPeriod(TypedDay.Parse(OpensOn, today), TypedDay.Parse(ClosesOn, today)!.Value));
}

internal sealed class CohortDetailsFormValidator : AbstractValidator<CohortDetailsForm>
{
    public const int NameLimit = 40;
    public const int MostPlaces = 9_999;
    public const int MostYen = 10_000_000;

    public static readonly string[] Order =
    [
        nameof(CohortDetailsForm.Name), nameof(CohortDetailsForm.StartsOn), nameof(CohortDetailsForm.EndsOn), nameof(CohortDetailsForm.Fee),
        nameof(CohortDetailsForm.Capacity), nameof(CohortDetailsForm.OpensOn), nameof(CohortDetailsForm.ClosesOn),
    ];

    public CohortDetailsFormValidator(DateOnly today)
    {
        RuleFor(f => f).Custom((form, context) =>
        {
            if (TextRule.Fault(form.NameTyped, "期の名前", NameLimit, "期の名前を入力してください", lines: false) is { } fault)
            {
                context.AddFailure(nameof(form.Name), fault);
            }
        });
        RuleFor(f => f.Fee).Must(fee => TypedYen.Parse(fee) is >= 0 and <= MostYen).WithMessage("参加費を円で入力してください。例：20,000。かからないときは0");
        RuleFor(f => f.CapacityTyped).Must(places => places is >= 1 and <= MostPlaces).When(f => Folding.Line(f.Capacity).Length > 0)
            .WithMessage($"定員を1から{MostPlaces}までの数で入力するか、空にしてください").OverridePropertyName(nameof(CohortDetailsForm.Capacity));
        RuleFor(f => f).Custom((form, context) => CheckDays(form, today, context.AddFailure));
    }

    private static void CheckDays(CohortDetailsForm form, DateOnly today, Action<string, string> fault)
    {
        var (starts, ends) = (Day(form.StartsOn, nameof(form.StartsOn), required: true), Day(form.EndsOn, nameof(form.EndsOn), required: true));
        var (opens, closes) = (Day(form.OpensOn, nameof(form.OpensOn), required: false), Day(form.ClosesOn, nameof(form.ClosesOn), required: true));
        if (ends < starts)
        {
            fault(nameof(form.EndsOn), "期間のおわりを、はじまりと同じ日か後の日にしてください");
        }

        if (closes < opens)
        {
            fault(nameof(form.ClosesOn), "応募の締切を、募集の開始と同じ日か後の日にしてください");
        }

        DateOnly? Day(string? typed, string field, bool required)
        {
            var day = TypedDay.Parse(typed, today);
            if (day is null && (required || Folding.Line(typed).Length > 0))
            {
                fault(field, "日付を 2022-07-20 や 7/20 のように入力してください");
            }

            return day;
        }
    }
}
