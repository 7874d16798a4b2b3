using Microsoft.Extensions.Options;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Pictures;

/// <summary>Pictures in a folder that all nodes see (Pictures:Folder): one folder a picture, named by its key. A file appears whole, by its renaming.</summary>
internal sealed class FolderPictureStore(IOptions<PictureSettings> settings) : IPictureStore
{
    public async Task PutAsync(string key, string name, byte[] bytes, CancellationToken ct)
    {
        var path = Directory.CreateDirectory(Folder(key)).FullName;
        var unfinished = Path.Combine(path, $"{Guid.NewGuid():N}.part");
        try
        {
            await using (var file = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0, FileOptions.Asynchronous))
            {
                await file.WriteAsync(bytes, ct);
                file.Flush(flushToDisk: true);
            }

            File.Move(unfinished, Path.Combine(path, Checked(name)), overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    public async Task<byte[]?> ReadAsync(string key, string name, CancellationToken ct)
    {
        try
        {
            return await File.ReadAllBytesAsync(Path.Combine(Folder(key), Checked(name)), ct);
        }
        catch (Exception none) when (none is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    public Task RemoveAsync(string key, string name, CancellationToken ct)
    {
        var path = Path.Combine(Folder(key), Checked(name));
        if (File.Exists(path))
        {
            File.Delete(path);
        }

        return Task.CompletedTask;
    }

    public Task RemoveAllAsync(string key, CancellationToken ct)
    {
        try
        {
            Directory.Delete(Folder(key), recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // That is how it shall be.
        }

        return Task.CompletedTask;
    }

    // Both names are the site's own; this is the last place to see to it.
    private string Folder(string key) => RandomToken.IsWellFormed(key) ? Path.Combine(settings.Value.Folder!, key) : throw new ArgumentException("This is no key.", nameof(key));

    private static string Checked(string name) =>
        name == Shiojiri.CxoLab.Pictures.PictureFile.Original || Shiojiri.CxoLab.Pictures.PictureFile.Of(name) is not null ? name : throw new ArgumentException("No file of ours is called so.", nameof(name));
}
