using FluentValidation;
using Shiojiri.CxoLab.Web.Features.Shared;

namespace Shiojiri.CxoLab.Web.Features.Apply;

/// <summary>What the page for a lost mail posts, as typed.</summary>
internal sealed record AgainForm(string? Email);

internal sealed class AgainFormValidator : AbstractValidator<AgainForm>
{
    public AgainFormValidator() => RuleFor(f => f.Email).IsEmail();
}
