using Microsoft.Extensions.DependencyInjection;
using Shiojiri.CxoLab.Pictures;
using Shiojiri.CxoLab.Web.Pictures;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Pictures;

/// <summary>The database and the folder behave alike.</summary>
public sealed class PictureStoreTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_file_is_kept_replaced_and_taken_away(bool inFolder)
    {
        var folder = Directory.CreateTempSubdirectory("cxolab-pictures-").FullName;
        using var site = await Site.StartAsync(inFolder ? new() { ["Pictures:Folder"] = folder } : null);
        await using var scope = site.Services.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<IPictureStore>();
        var (one, two, ct) = (RandomToken.Draw(), RandomToken.Draw(), CancellationToken.None);

        await store.PutAsync(one, PictureFile.Original, [1], ct);
        await store.PutAsync(one, "480.avif", [2], ct);
        await store.PutAsync(one, "480.avif", [3, 3], ct);
        await store.PutAsync(two, "480.avif", [4], ct);
        await store.RemoveAsync(one, PictureFile.Original, ct);
        await store.RemoveAsync(one, PictureFile.Original, ct);
        var kept = (await store.ReadAsync(one, PictureFile.Original, ct), await store.ReadAsync(one, "480.avif", ct), await store.ReadAsync(RandomToken.Draw(), "480.avif", ct));
        await store.RemoveAllAsync(one, ct);
        await store.RemoveAllAsync(one, ct);

        Assert.Equal((null, "0303", null), (kept.Item1, Convert.ToHexString(kept.Item2!), kept.Item3));
        Assert.Equal((null, "04"), (await store.ReadAsync(one, "480.avif", ct), Convert.ToHexString((await store.ReadAsync(two, "480.avif", ct))!)));
        Assert.Equal(inFolder ? ["480.avif"] : [], Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(Path.GetFileName));
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("../../../../etc", "480.avif")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA", "../480.avif")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA", "/etc/passwd")]
    public async Task No_name_leads_out_of_the_folder(string key, string name)
    {
        var folder = Directory.CreateTempSubdirectory("cxolab-pictures-").FullName;
        using var site = await Site.StartAsync(new() { ["Pictures:Folder"] = folder });

        await Assert.ThrowsAsync<ArgumentException>(() => site.Services.GetRequiredService<FolderPictureStore>().PutAsync(key, name, [1], CancellationToken.None));
        await Assert.ThrowsAsync<ArgumentException>(() => site.Services.GetRequiredService<FolderPictureStore>().ReadAsync(key, name, CancellationToken.None));
        Directory.Delete(folder, recursive: true);
    }
}
