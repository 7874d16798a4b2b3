using FluentValidation;
using FluentValidation.Results;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Themes;

namespace Shiojiri.CxoLab.Web.Features.Shared.ApplicationForm;

/// <summary>Checks a folded form against a cohort. Each message says, in the words of the label, what to do.</summary>
/// <param name="mayLackEmail">At the desk: a telephone number is enough.</param>
/// <param name="themes">The themes that can be chosen now.</param>
internal sealed class ApplyFormValidator(Cohort cohort, OwnQuestions questions, bool mayLackEmail = false, IReadOnlyList<ShownTheme>? themes = null)
{
    // Made once, since making them takes longer than asking them: what a form is checked against comes with the form.
    private static readonly Rules All = new();

    private Cohort Cohort => cohort;

    private OwnQuestions Questions => questions;

    private bool MayLackEmail => mayLackEmail;

    private IReadOnlyList<ShownTheme> Themes => themes ?? [];

    public ValidationResult Validate(ApplyForm form)
    {
        var context = new ValidationContext<ApplyForm>(form);
        context.RootContextData[nameof(ApplyFormValidator)] = this;
        return All.Validate(context);
    }

    /// <summary>The fields as they stand in the form; the summary of errors follows it.</summary>
    public static string[] Order(Cohort cohort, OwnQuestions questions) =>
    [
        nameof(ApplyForm.Name), nameof(ApplyForm.Kana), nameof(ApplyForm.Email), nameof(ApplyForm.Phone), nameof(ApplyForm.Residence),
        nameof(ApplyForm.Country), nameof(ApplyForm.Occupation),
        .. cohort.OnSiteSessions.Select(s => $"{nameof(ApplyForm.Attendance)}[{s.Slug}]"),
        nameof(ApplyForm.Interests), nameof(ApplyForm.Themes), nameof(ApplyForm.Motivation), nameof(ApplyForm.Skills), nameof(ApplyForm.Relation),
        nameof(ApplyForm.HeardFrom), .. questions.Fields, nameof(ApplyForm.Consent),
    ];

    private sealed class Rules : AbstractValidator<ApplyForm>
    {
        public Rules()
        {
            RuleFor(f => f.Name).IsText("氏名", ApplicantLimits.Name, required: "氏名を入力してください");
            RuleFor(f => f.Kana).IsKana();
            RuleFor(f => f.Email).IsEmail().When((f, check) => !Against(check).MayLackEmail || f.Email is not null);
            RuleFor(f => f.Email)
                .Must((form, _) => form.Phone is not null).When((f, check) => Against(check).MayLackEmail && f.Email is null)
                .WithMessage("メールアドレスか電話番号のどちらかを入力してください");
            RuleFor(f => f.Phone).IsPhone();
            RuleFor(f => f.Residence).Must(Residences.IsKnown).WithMessage("お住まいの都道府県を選んでください");
            RuleFor(f => f.Country)
                .IsText("お住まいの国", ApplicantLimits.Residence - 5, required: "海外にお住まいの方は、国の名前を入力してください")
                .When(f => f.Residence == Residences.Abroad);
            RuleFor(f => f.Occupation).IsText("職業", ApplicantLimits.Occupation);
            RuleFor(f => f).Custom((form, check) => CheckAttendance(Against(check).Cohort, form, check.AddFailure));
            RuleFor(f => f.Interests)
                .Must((_, chosen, check) => chosen.All(name => Against(check).Cohort.InterestAreas.Any(a => a.Name == name)))
                .WithMessage("関心のある分野を、一覧の中から選び直してください");
            RuleFor(f => f.Themes).Must((_, chosen, check) => ThemeChoice.AreThere(chosen, Against(check).Themes)).WithMessage(ThemeChoice.Gone);
            RuleFor(f => f.Motivation).IsText("応募の動機", ApplicantLimits.Motivation, required: "応募の動機を入力してください", lines: true);
            RuleFor(f => f.Skills).IsText("活かしたい経験やスキル", ApplicantLimits.Skills, lines: true);
            RuleFor(f => f.Relation).IsText("地域との関わり", ApplicantLimits.Relation, lines: true);
            RuleFor(f => f.HeardFrom)
                .Must(value => ApplyChoices.HeardFrom.ContainsKey(value!))
                .When(f => f.HeardFrom is not null)
                .WithMessage("募集を知ったきっかけを、一覧の中から選び直してください");
            RuleFor(f => f).Custom((form, check) =>
            {
                foreach (var fault in Against(check).Questions.Check(form).Faults)
                {
                    check.AddFailure(OwnQuestions.Field(fault.Question), OwnQuestions.Say(fault));
                }
            });
            RuleFor(f => f.Consent)
                .Equal(ApplyChoices.Agreed)
                .WithMessage("個人情報の取り扱いと参加の条件を確認し、同意する場合はチェックを入れてください");
        }

        private static ApplyFormValidator Against(ValidationContext<ApplyForm> check) => (ApplyFormValidator)check.RootContextData[nameof(ApplyFormValidator)];

        private static void CheckAttendance(Cohort cohort, ApplyForm form, Action<string, string> fail)
        {
            foreach (var session in cohort.OnSiteSessions)
            {
                if (!form.Attendance.TryGetValue(session.Slug, out var answer) || answer is null || !ApplyChoices.Attendance.ContainsKey(answer))
                {
                    fail($"Attendance[{session.Slug}]", $"{session.Title}に参加できるかを選んでください");
                }
            }
        }
    }
}
