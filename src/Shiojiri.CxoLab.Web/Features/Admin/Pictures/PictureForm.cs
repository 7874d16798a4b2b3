using FluentValidation;
using Shiojiri.CxoLab.Pictures;
using Shiojiri.CxoLab.Text;
using Shiojiri.CxoLab.Web.Features.Shared;

namespace Shiojiri.CxoLab.Web.Features.Admin.Pictures;

/// <summary>What is said of a picture, as typed.</summary>
internal sealed record PictureForm
{
    public const string FileField = "File";

    public static readonly string[] Order = [FileField, nameof(Description), nameof(Credit), nameof(Permission), nameof(PermissionNote)];

    public string? Description { get; init; }

    public string? Credit { get; init; }

    public bool ShowsCredit { get; init; }

    public string? Permission { get; init; }

    public string? PermissionNote { get; init; }

    /// <summary>What the form was filled from; nothing for a new picture.</summary>
    public Guid Version { get; init; }

    public PicturePermission? Permitted => Enum.TryParse<PicturePermission>(Permission, out var permission) && Enum.IsDefined(permission) ? permission : null;

    public static PictureForm Of(Picture picture) => new()
    {
        Description = picture.Description,
        Credit = picture.Credit,
        ShowsCredit = picture.ShowsCredit,
        Permission = picture.Permission.ToString(),
        PermissionNote = picture.PermissionNote,
        Version = picture.Version,
    };

    public PictureForm Folded() => this with
    {
        Description = Something(Folding.Line(Description)),
        Credit = Something(Folding.Line(Credit)),
        PermissionNote = Something(Folding.Paragraph(PermissionNote)),
    };

    /// <summary>Only of a form that was checked.</summary>
    public PictureDetails ToDetails() => new(Description!, Credit!, ShowsCredit, Permitted!.Value, PermissionNote);

    private static string? Something(string text) => text.Length == 0 ? null : text;
}

internal sealed class PictureFormValidator : AbstractValidator<PictureForm>
{
    public PictureFormValidator()
    {
        RuleFor(f => f.Description).IsText("説明", Picture.MaxDescription, "何が写っているか、説明を入力してください");
        RuleFor(f => f.Credit).IsText("撮った人", Picture.MaxCredit, "撮った人か、出どころを入力してください");
        RuleFor(f => f.Permitted).NotNull().WithMessage("使う許しを選んでください").OverridePropertyName(nameof(PictureForm.Permission));
        RuleFor(f => f.PermissionNote).IsText("許しの覚え書き", Picture.MaxNote, null, lines: true);
        RuleFor(f => f.PermissionNote).NotNull().WithMessage("どこで公開されている画像か、使う条件とともに入力してください")
            .When(f => f.Permitted == PicturePermission.Licensed);
    }
}
