using FluentValidation;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Text;

namespace Shiojiri.CxoLab.Web.Features.Applications;

/// <summary>Checks a folded form against a cohort. Each message says, in the words of the label, what to do.</summary>
internal sealed class ApplyFormValidator : AbstractValidator<ApplyForm>
{
    public ApplyFormValidator(Cohort cohort)
    {
        RuleFor(f => f.Name).IsText("氏名", ApplicantLimits.Name, required: "氏名を入力してください");
        RuleFor(f => f.Kana).Custom((kana, context) => CheckKana(kana, context.AddFailure));
        RuleFor(f => f.Email).Custom((email, context) => CheckEmail(email, context.AddFailure));
        RuleFor(f => f.Phone)
            .Must(phone => PhoneNumber.Parse(phone) is not null)
            .When(f => f.Phone is not null)
            .WithMessage("電話番号は市外局番から、海外の番号は「+」から入力してください");
        RuleFor(f => f.Residence).Must(Residences.IsKnown).WithMessage("お住まいの都道府県を選んでください");
        RuleFor(f => f.Country)
            .IsText("お住まいの国", ApplicantLimits.Residence - 5, required: "海外にお住まいの方は、国の名前を入力してください")
            .When(f => f.Residence == Residences.Abroad);
        RuleFor(f => f.Occupation).IsText("職業", ApplicantLimits.Occupation);
        RuleFor(f => f).Custom((form, context) => CheckAttendance(cohort, form, context.AddFailure));
        RuleFor(f => f.Interests)
            .Must(chosen => chosen.All(name => cohort.InterestAreas.Any(a => a.Name == name)))
            .WithMessage("関心のある分野を、一覧の中から選び直してください");
        RuleFor(f => f.Motivation).IsText("応募の動機", ApplicantLimits.Motivation, required: "応募の動機を入力してください", lines: true);
        RuleFor(f => f.Skills).IsText("活かしたい経験やスキル", ApplicantLimits.Skills, lines: true);
        RuleFor(f => f.Relation).IsText("塩尻との関わり", ApplicantLimits.Relation, lines: true);
        RuleFor(f => f.HeardFrom)
            .Must(value => ApplyChoices.HeardFrom.ContainsKey(value!))
            .When(f => f.HeardFrom is not null)
            .WithMessage("募集を知ったきっかけを、一覧の中から選び直してください");
        RuleFor(f => f.Consent)
            .Equal(ApplyChoices.Agreed)
            .WithMessage("個人情報の取り扱いと参加の条件を確認し、同意する場合はチェックを入れてください");
    }

    /// <summary>The id of a field's control, to which messages link.</summary>
    public static string Id(string field) => field.StartsWith("Attendance[", StringComparison.Ordinal)
        ? $"attendance-{field[11..^1]}"
        : field.ToLowerInvariant();

    private static void CheckKana(string? kana, Action<string> fail)
    {
        if (kana is null)
        {
            fail("フリガナを入力してください");
        }
        else if (KanaName.HasIdeograph(kana))
        {
            fail("フリガナに漢字が含まれています。カタカナかひらがなで入力してください");
        }
        else if (!KanaName.IsKatakana(kana))
        {
            fail("フリガナはカタカナかひらがなで入力してください");
        }
        else if (Folding.Length(kana) > ApplicantLimits.Kana)
        {
            fail($"フリガナは{ApplicantLimits.Kana}字以内で入力してください（現在 {Folding.Length(kana)}字）");
        }
    }

    private static void CheckEmail(string? email, Action<string> fail)
    {
        var message = EmailAddress.TryParse(email, out _) switch
        {
            null => null,
            EmailFault.Empty => "メールアドレスを入力してください",
            EmailFault.NoAtSign => "メールアドレスに「@」がありません",
            EmailFault.SeveralAddresses => "メールアドレスは1つだけ入力してください",
            EmailFault.NotAscii => "メールアドレスは英数字と記号で入力してください",
            EmailFault.BadLocalPart => "メールアドレスの「@」より前をもう一度お確かめください",
            EmailFault.BadDomain => "メールアドレスの「@」より後をもう一度お確かめください（例 name@example.jp）",
            _ => $"メールアドレスは{ApplicantLimits.Email}字以内で入力してください",
        };
        if (message is not null)
        {
            fail(message);
        }
    }

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
