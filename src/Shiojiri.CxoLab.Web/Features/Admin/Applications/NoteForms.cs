using FluentValidation;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Text;
using Shiojiri.CxoLab.Web.Features.Shared;

namespace Shiojiri.CxoLab.Web.Features.Admin.Applications;

internal sealed record NoteForm
{
    public string? Key { get; init; }

    public string? Text { get; init; }

    public string? TextFolded => Folding.Paragraph(Text) is { Length: > 0 } text ? text : null;
}

internal sealed class NoteFormValidator : AbstractValidator<NoteForm>
{
    public NoteFormValidator() => RuleFor(f => f.Text).IsText("メモ", ApplicationNote.Limit, required: "メモを入力してください", lines: true);
}

internal sealed record TagForm(string? Name);

internal sealed class TagFormValidator : AbstractValidator<TagForm>
{
    public TagFormValidator() => RuleFor(f => f.Name).IsText("タグ", Tag.Limit, required: "タグを入力してください");
}
