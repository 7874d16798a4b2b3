using FluentValidation;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Web.Features.Shared;

namespace Shiojiri.CxoLab.Web.Features.Admin.Mail;

internal sealed class ResendFormValidator : AbstractValidator<ResendForm>
{
    public ResendFormValidator() => RuleFor(f => f.Preface).IsText("前書き", ResentMail.PrefaceLimit, lines: true);
}
