using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Pictures;
using Shiojiri.CxoLab.Web.Data;

namespace Shiojiri.CxoLab.Web.Features.Admin.Pictures;

/// <summary>Reads pictures and where they are used.</summary>
internal sealed class PictureQuery(CxoLabDb db, PictureUses uses)
{
    public async Task<PictureListPage> ListAsync(CancellationToken ct)
    {
        var used = await uses.FindAsync(db, ct);
        var pictures = await db.Pictures.AsNoTracking().OrderByDescending(p => p.Id).Take(PictureListPage.Most).ToListAsync(ct);
        return new([.. pictures.Select(p => RowOf(p, used))]);
    }

    public async Task<PicturePage?> FindAsync(string key, CancellationToken ct)
    {
        if (await db.Pictures.AsNoTracking().SingleOrDefaultAsync(p => p.Key == key, ct) is not { } picture)
        {
            return null;
        }

        var ahead = picture.State == PictureState.Waiting ? await db.Pictures.CountAsync(p => p.State == PictureState.Waiting && p.Id < picture.Id, ct) : 0;
        return new(RowOf(picture, await uses.FindAsync(db, ct)), PictureForm.Of(picture), ahead, []);
    }

    private static PictureRow RowOf(Picture picture, ILookup<string, PictureUse> used) => new(
        picture, picture.State == PictureState.Ready ? new(picture.Key, picture.Description, null, picture.Width, picture.Height) : null, [.. used[picture.Key]]);
}
