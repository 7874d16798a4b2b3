using Shiojiri.CxoLab.Pictures;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;

namespace Shiojiri.CxoLab.Web.Features.Admin.Pictures;

/// <summary>What of a picture's details differs, in the words of its form.</summary>
internal static class PictureTexts
{
    public static IReadOnlyList<ChangedText> Changes(PictureDetails now, PictureDetails typed) =>
    [
        .. new ChangedText[]
        {
            new("説明", now.Description, typed.Description), new("撮った人", now.Credit, typed.Credit),
            new("撮った人を画像の下に出す", YesNo(now.ShowsCredit), YesNo(typed.ShowsCredit)),
            new("使う許し", now.Permission.Label(), typed.Permission.Label()), new("許しの覚え書き", now.PermissionNote, typed.PermissionNote),
        }.Where(c => c.Before != c.After),
    ];

    private static string YesNo(bool yes) => yes ? "はい" : "いいえ";
}
