using FluentValidation;
using Shiojiri.CxoLab.Web.Features.Shared;

namespace Shiojiri.CxoLab.Web.Features.Admin.StaffMembers;

internal sealed class InviteFormValidator : AbstractValidator<InviteForm>
{
    public const int MaxName = 50;

    public InviteFormValidator(IReadOnlyList<Choice> cohorts)
    {
        RuleFor(f => f.Email).IsEmail();
        RuleFor(f => f.Name).IsText("お名前", MaxName, "お名前を入力してください");
        RuleFor(f => f.Role).Must(role => MemberChoices.RoleOf(role) is not null).WithMessage("役割を選んでください");
        RuleFor(f => f.Cohort).Must(cohort => MemberChoices.TryCohort(cohort, cohorts, out _)).WithMessage("見られる期を選んでください");
    }
}
