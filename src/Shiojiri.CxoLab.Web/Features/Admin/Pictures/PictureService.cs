using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Pictures;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Jobs;
using Shiojiri.CxoLab.Web.Pictures;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Pictures;

/// <summary>Takes pictures in, says anew what they show, takes them away.</summary>
internal sealed class PictureService(CxoLabDb db, AuditTrail audit, StaffSaveService saves, IPictureStore store, WorkSignal<JobWorker> signal)
{
    /// <summary>
    /// Stores what was sent and has it converted; answers its key. The row comes first: whatever goes wrong afterwards, no file lies in the
    /// store that nobody knows of.
    /// </summary>
    public async Task<string> AddAsync(PictureDetails details, PictureReading reading, byte[] bytes, CancellationToken ct)
    {
        var picture = db.Add(new Picture(details, reading, saves.Actor, saves.RealUtcNow)).Entity;
        audit.Write(AuditAction.PictureAdded, details.Description, after: new { picture.Key, details.Credit, Permission = details.Permission.Label() });
        await db.SaveChangesAsync(ct);
        await store.PutAsync(picture.Key, PictureFile.Original, bytes, ct);
        picture.Arrive();
        await db.SaveChangesAsync(ct);
        signal.Call(PictureJob.TheName);
        return picture.Key;
    }

    public async Task<SaveOutcome> ChangeAsync(string key, PictureDetails details, Guid version, CancellationToken ct)
    {
        if (await db.Pictures.SingleOrDefaultAsync(p => p.Key == key, ct) is not { } picture)
        {
            return SaveOutcome.NotThere;
        }

        if (picture.Version != version)
        {
            return SaveOutcome.Stale;
        }

        audit.Write(AuditAction.PictureChanged, details.Description, picture.Details, details);
        picture.Change(details);
        return await saves.SaveAsync(ct);
    }

    /// <summary>The files go first: a row without files can be removed again, files without a row by nobody.</summary>
    public async Task RemoveAsync(string key, CancellationToken ct)
    {
        if (await db.Pictures.SingleOrDefaultAsync(p => p.Key == key, ct) is { } picture)
        {
            await store.RemoveAllAsync(key, ct);
            audit.Write(AuditAction.PictureRemoved, picture.Description, before: new { picture.Key });
            db.Remove(picture);
            await saves.SaveAsync(ct);
        }
    }
}
