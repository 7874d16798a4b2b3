using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Pictures;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Jobs;

namespace Shiojiri.CxoLab.Web.Pictures;

/// <summary>
/// Converts what was sent, one picture after the other, the oldest first. Of all nodes one does it, and no lock of the database is held
/// meanwhile. What a node leaves half done when it dies is begun anew by the next.
/// </summary>
internal sealed class PictureJob(CxoLabDb db, IPictureStore store, TimeProvider time) : IJob
{
    public const string TheName = "pictures";

    /// <summary>Longer than anybody takes to send 15 MB and the site to store them.</summary>
    private static readonly TimeSpan LongestArrival = TimeSpan.FromMinutes(10);

    public string Name => TheName;

    public JobSchedule Schedule => JobSchedule.EveryMinute;

    public async Task<string> RunAsync(CancellationToken ct)
    {
        var converted = 0;
        while (await NextAsync(PictureState.Waiting, DateTime.MaxValue, ct) is { } key)
        {
            await ConvertAsync(key, ct);
            converted++;
        }

        while (await NextAsync(PictureState.Arriving, time.GetUtcNow().UtcDateTime - LongestArrival, ct) is { } lost)
        {
            await ChangeAsync(lost, p => p.Fail(PictureFault.Lost), ct);
        }

        await ForgetOriginalsAsync(ct);
        return $"{converted} pictures";
    }

    private Task<string?> NextAsync(PictureState state, DateTime addedBefore, CancellationToken ct) =>
        db.Pictures.Where(p => p.State == state && p.AddedUtc < addedBefore).OrderBy(p => p.Id).Select(p => p.Key).FirstOrDefaultAsync(ct);

    private async Task ConvertAsync(string key, CancellationToken ct)
    {
        var begins = false;
        if (!await ChangeAsync(key, p => begins = p.Begin(), ct) || !begins)
        {
            return;
        }

        if (await store.ReadAsync(key, PictureFile.Original, ct) is not { } original)
        {
            await ChangeAsync(key, p => p.Fail(PictureFault.Lost), ct);
            return;
        }

        var (made, fault) = await Task.Run(() => PictureConversion.Convert(original, ct), ct);
        foreach (var (file, bytes) in made?.Files ?? [])
        {
            await store.PutAsync(key, file.Name, bytes, ct);
        }

        var isThere = await ChangeAsync(key, p =>
        {
            if (made is null)
            {
                p.Fail(fault!.Value);
            }
            else
            {
                p.Finish(made.Width, made.Height);
            }
        }, ct);
        if (!isThere)
        {
            // It was removed while it was being converted.
            await store.RemoveAllAsync(key, ct);
        }
    }

    // What was sent may tell where it was taken: it goes as soon as nothing needs it, and the row remembers until then.
    private async Task ForgetOriginalsAsync(CancellationToken ct)
    {
        while (await db.Pictures.Where(p => p.HasOriginal && (p.State == PictureState.Ready || p.State == PictureState.Failed))
            .OrderBy(p => p.Id).Select(p => p.Key).FirstOrDefaultAsync(ct) is { } key)
        {
            await store.RemoveAsync(key, PictureFile.Original, ct);
            await ChangeAsync(key, p => p.ForgetOriginal(), ct);
        }
    }

    // Somebody may change the details at the same moment: then it is done again on what is there now. False when the picture is gone.
    private async Task<bool> ChangeAsync(string key, Action<Picture> change, CancellationToken ct)
    {
        while (true)
        {
            db.ChangeTracker.Clear();
            if (await db.Pictures.SingleOrDefaultAsync(p => p.Key == key, ct) is not { } picture)
            {
                return false;
            }

            change(picture);
            try
            {
                await db.SaveChangesAsync(ct);
                return true;
            }
            catch (DbUpdateConcurrencyException)
            {
                ct.ThrowIfCancellationRequested();
            }
        }
    }
}
