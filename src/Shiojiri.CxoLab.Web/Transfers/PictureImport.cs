using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Pictures;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Pictures;

namespace Shiojiri.CxoLab.Web.Transfers;

/// <summary>Pictures with their files, from the store into a folder and back. They were made from pixels when they were put in, and are carried as they are.</summary>
internal sealed class PictureImport(CxoLabDb db, IPictureStore store, TimeProvider time)
{
    private const string FolderName = "pictures";

    public async Task WriteFilesAsync(string folder, IReadOnlyList<PictureDocument> pictures, CancellationToken ct)
    {
        foreach (var (picture, file) in FilesOf(pictures))
        {
            var bytes = await store.ReadAsync(picture.Key, file.Name, ct) ?? throw new TransferException([$"The file {file.Name} of the picture {picture.Key} is missing in the store."]);
            Directory.CreateDirectory(Path.Combine(folder, FolderName, picture.Key));
            await File.WriteAllBytesAsync(PathOf(folder, picture, file), bytes, ct);
        }
    }

    /// <summary>What keeps pictures from being taken in: a name that is no key of ours, a file that is missing or is something else.</summary>
    public static IReadOnlyList<string> FaultsOf(string folder, IReadOnlyList<PictureDocument> pictures) =>
    [
        .. pictures.Where(p => !RandomToken.IsWellFormed(p.Key) || p.Width < 1 || p.Height < 1).Select(p => $"pictures[{p.Key}]: key or size make no sense."),
        .. FilesOf(pictures.Where(p => RandomToken.IsWellFormed(p.Key) && p.Width > 0 && p.Height > 0))
            .Where(f => !IsThere(PathOf(folder, f.Picture, f.File), f.File)).Select(f => $"pictures[{f.Picture.Key}]: {f.File.Name} is missing or no such picture."),
    ];

    /// <summary>The files first: a row says that all of them are there.</summary>
    public async Task AddAsync(string folder, IReadOnlyList<PictureDocument> pictures, CancellationToken ct)
    {
        var known = await db.Pictures.OrderBy(p => p.Id).Take(5_000).ToDictionaryAsync(p => p.Key, ct);
        foreach (var wanted in pictures)
        {
            if (known.TryGetValue(wanted.Key, out var picture))
            {
                if (picture.Details != wanted.Details)
                {
                    picture.Change(wanted.Details);
                }

                continue;
            }

            foreach (var (_, file) in FilesOf([wanted]))
            {
                await store.PutAsync(wanted.Key, file.Name, await File.ReadAllBytesAsync(PathOf(folder, wanted, file), ct), ct);
            }

            db.Add(Picture.Carried(wanted.Key, wanted.Details, wanted.Width, wanted.Height, Actor.CommandLine, time.GetUtcNow().UtcDateTime));
        }
    }

    private static IEnumerable<(PictureDocument Picture, PictureFile File)> FilesOf(IEnumerable<PictureDocument> pictures) =>
        from picture in pictures
        from width in PictureWidths.Of(picture.Width, picture.Height)
        from extension in new[] { PictureFile.Avif, PictureFile.WebP }
        select (picture, new PictureFile(width, extension));

    private static string PathOf(string folder, PictureDocument picture, PictureFile file) => Path.Combine(folder, FolderName, picture.Key, file.Name);

    private static bool IsThere(string path, PictureFile file)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        using var stream = File.OpenRead(path);
        Span<byte> head = stackalloc byte[12];
        return stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length
            && (file.Extension == PictureFile.WebP ? head[..4].SequenceEqual("RIFF"u8) && head[8..].SequenceEqual("WEBP"u8) : head[4..].SequenceEqual("ftypavif"u8));
    }
}
