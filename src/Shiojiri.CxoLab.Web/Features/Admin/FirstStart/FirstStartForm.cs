using FluentValidation;
using Shiojiri.CxoLab.Text;
using Shiojiri.CxoLab.Web.Features.Shared;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.FirstStart;

/// <summary>Who becomes the first administrator.</summary>
internal sealed record FirstStartForm
{
    public string? Name { get; init; }

    public string? Email { get; init; }

    public string? NewPassword { get; init; }

    public string? Repeated { get; init; }
}

internal sealed class FirstStartFormValidator : AbstractValidator<FirstStartForm>
{
    public const int MaxName = 50;

    public static readonly string[] Order = [nameof(FirstStartForm.Name), nameof(FirstStartForm.Email), nameof(FirstStartForm.NewPassword), nameof(FirstStartForm.Repeated)];

    public FirstStartFormValidator()
    {
        RuleFor(f => f.Name).IsText("お名前", MaxName, "お名前を入力してください");
        RuleFor(f => f.Email).IsEmail();
        RuleFor(f => f).Custom((form, context) =>
        {
            EmailAddress.TryParse(form.Email, out var email);
            if (PasswordRule.Fault(form.NewPassword, email ?? "", Folding.Line(form.Name)) is { } fault)
            {
                context.AddFailure(nameof(form.NewPassword), fault);
            }
            else if (form.NewPassword != form.Repeated)
            {
                context.AddFailure(nameof(form.Repeated), "2つのパスワードが同じではありません。もう一度入力してください");
            }
        });
    }
}

/// <summary>The form with what was typed; passwords never come back.</summary>
internal sealed record FirstStartPage(string Key, FirstStartForm Form, IReadOnlyList<FieldError> Errors, string? Fault = null);
