using Shiojiri.CxoLab.Pictures;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Features.Shared;

namespace Shiojiri.CxoLab.Web.Features.Admin.Pictures;

/// <summary>All pictures, newest first.</summary>
internal sealed record PictureListPage(IReadOnlyList<PictureRow> Rows)
{
    public const int Most = 500;
}

/// <param name="Shown">Null while it can't be shown.</param>
internal sealed record PictureRow(Picture Picture, ShownPicture? Shown, IReadOnlyList<PictureUse> Uses)
{
    public string Address => $"/admin/pictures/{Picture.Key}";

    public Chip Chip => Picture.State switch
    {
        PictureState.Ready => new("done", Icon.Check, Picture.State.Label()),
        PictureState.Failed => new("late", Icon.Warning, Picture.State.Label()),
        PictureState.Arriving or PictureState.Waiting => new("wait", Icon.Clock, Picture.State.Label()),
        _ => throw new InvalidOperationException($"Unknown state {Picture.State}."),
    };
}

/// <summary>One picture in its form, or a new one.</summary>
/// <param name="Row">Null: a new one.</param>
/// <param name="Ahead">How many wait before it.</param>
/// <param name="Stale">What somebody else saved meanwhile beside what was typed; null when nobody did.</param>
internal sealed record PicturePage(
    PictureRow? Row, PictureForm Form, int Ahead, IReadOnlyList<FieldError> Errors, IReadOnlyList<ChangedText>? Stale = null, bool IsRemovalRefused = false)
{
    public static readonly IReadOnlyList<Choice> Permissions = [.. Enum.GetValues<PicturePermission>().Select(p => new Choice(p.ToString(), p.Label()))];

    public string Address => Row?.Address ?? "/admin/pictures";

    public bool IsUnderWay => Row?.Picture.State is PictureState.Arriving or PictureState.Waiting;
}
