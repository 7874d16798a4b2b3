using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Pictures;

namespace Shiojiri.CxoLab.Web.Data;

/// <summary>Keeps the catalogue of pictures in step with the database.</summary>
internal sealed class ReadyPictures(PictureCatalogue catalogue) : ISnapshotPart
{
    /// <summary>More than the desk takes in.</summary>
    private const int Most = 5_000;

    public IReadOnlyList<Type> Entities { get; } = [typeof(Picture)];

    public async Task LoadAsync(CxoLabDb db, CancellationToken ct) => catalogue.Set(await db.Pictures.AsNoTracking()
        .Where(p => p.State == PictureState.Ready).OrderBy(p => p.Id).Take(Most)
        .Select(p => new ShownPicture(p.Key, p.Description, p.ShowsCredit ? p.Credit : null, p.Width, p.Height))
        .ToListAsync(ct));
}
