using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Web.Data;

namespace Shiojiri.CxoLab.Web.Pictures;

/// <summary>Pictures in the database: every node has them, and so has every backup. What is used when nothing is configured.</summary>
internal sealed class DatabasePictureStore(CxoLabDb db) : IPictureStore
{
    public async Task PutAsync(string key, string name, byte[] bytes, CancellationToken ct)
    {
        await RemoveAsync(key, name, ct);
        var file = db.Add(new StoredPictureFile { PictureKey = key, Name = name, Bytes = bytes });
        try
        {
            await db.SaveChangesAsync(ct);
        }
        finally
        {
            file.State = EntityState.Detached; // megabytes
        }
    }

    public Task<byte[]?> ReadAsync(string key, string name, CancellationToken ct) =>
        db.PictureFiles.Where(f => f.PictureKey == key && f.Name == name).Select(f => f.Bytes).SingleOrDefaultAsync(ct);

    public Task RemoveAsync(string key, string name, CancellationToken ct) =>
        db.WriteAsync(token => db.PictureFiles.Where(f => f.PictureKey == key && f.Name == name).ExecuteDeleteAsync(token), ct);

    public Task RemoveAllAsync(string key, CancellationToken ct) =>
        db.WriteAsync(token => db.PictureFiles.Where(f => f.PictureKey == key).ExecuteDeleteAsync(token), ct);
}
