using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Shiojiri.CxoLab.Pictures;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Jobs;
using Shiojiri.CxoLab.Web.Pictures;
using Shiojiri.CxoLab.Web.Tests.Features.Admin.Pictures;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Pictures;

/// <summary>Whatever happens to a node, a picture is converted once or says why not, and its original does not stay.</summary>
public sealed class PictureJobTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_a_node_left_half_done_another_one_does_anew(bool inFolder)
    {
        var folder = Directory.CreateTempSubdirectory("cxolab-pictures-").FullName;
        var settings = inFolder ? new Dictionary<string, string?> { ["Pictures:Folder"] = folder } : null;
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 4, 30, 12, 0, 0, TimeSpan.Zero));
        using var site = await Site.StartAsync(settings, time: time);
        var key = await (await site.StaffAsync(Role.Editor)).AddPictureAsync(SamplePictures.Photograph(1200, 900));

        // As it lies there when the power goes in the middle: begun, some files written, one of them of an earlier try, the lease not given back.
        await using (var scope = site.Services.CreateAsyncScope())
        {
            var (db, store) = (scope.ServiceProvider.GetRequiredService<CxoLabDb>(), scope.ServiceProvider.GetRequiredService<IPictureStore>());
            var leases = scope.ServiceProvider.GetRequiredService<JobLeases>();
            await leases.AddAsync(PictureJob.TheName, CancellationToken.None);
            Assert.NotNull(await leases.ClaimAsync((await leases.ReadAsync(CancellationToken.None))[PictureJob.TheName], CancellationToken.None));
            (await db.Pictures.SingleAsync()).Begin();
            await db.SaveChangesAsync();
            await store.PutAsync(key, "480.webp", [1, 2, 3], CancellationToken.None);
        }

        await site.ConvertAsync();
        var during = await StateAsync(site);
        time.Advance(JobLeases.Lasts);
        await site.ConvertAsync();

        Assert.Equal((PictureState.Waiting, 1, true), during);
        Assert.Equal((PictureState.Ready, 2, false), await StateAsync(site));
        await using var after = site.Services.CreateAsyncScope();
        var files = after.ServiceProvider.GetRequiredService<IPictureStore>();
        Assert.Null(await files.ReadAsync(key, PictureFile.Original, CancellationToken.None));
        Assert.Equal((480, 640), SamplePictures.SizeOf((await files.ReadAsync(key, "480.webp", CancellationToken.None))!));
        Directory.Delete(folder, recursive: true);
    }

    [SqliteFact]
    public async Task Of_two_nodes_at_once_one_converts_it()
    {
        using var one = await Site.StartAsync();
        using var two = await Site.StartAsync(one.DatabaseSettings);
        await (await one.StaffAsync(Role.Editor)).AddPictureAsync(SamplePictures.Png(300, 200));

        await Task.WhenAll(one.ConvertAsync(), two.ConvertAsync());

        Assert.Equal((PictureState.Ready, 1, false), await StateAsync(one));
    }

    [Fact]
    public async Task What_never_arrived_whole_says_so_after_a_while()
    {
        using var site = await Site.StartAsync();
        await site.InDatabaseAsync(async db =>
        {
            var now = TimeProvider.System.GetUtcNow().UtcDateTime;
            db.AddRange(Of(now.AddMinutes(-5)), Of(now.AddMinutes(-15)));

            return await db.SaveChangesAsync();
        });

        await site.ConvertAsync();

        static Picture Of(DateTime added) => new(new("湖", "事務局", true, PicturePermission.Own, null), new(PictureFormat.Png, 64, 64), Actor.Site, added);
        Assert.Equal([(PictureState.Arriving, null, true), (PictureState.Failed, PictureFault.Lost, false)],
            await site.InDatabaseAsync(db => db.Pictures.OrderBy(p => p.Id).Select(p => new ValueTuple<PictureState, PictureFault?, bool>(p.State, p.Fault, p.HasOriginal)).ToListAsync()));
    }

    [Fact]
    public async Task A_picture_over_which_the_site_went_down_again_and_again_is_given_up()
    {
        using var site = await Site.StartAsync();
        await (await site.StaffAsync(Role.Editor)).AddPictureAsync(SamplePictures.Png(64, 64));
        await site.InDatabaseAsync(async db =>
        {
            var picture = await db.Pictures.SingleAsync();
            for (var i = 0; i < Picture.MostAttempts; i++)
            {
                picture.Begin();
            }

            return await db.SaveChangesAsync();
        });

        await site.ConvertAsync();

        Assert.Equal((PictureFault.GivenUp, 0), await site.InDatabaseAsync(async db => ((await db.Pictures.SingleAsync()).Fault, await db.PictureFiles.CountAsync())));
    }

    [Fact]
    public async Task What_was_said_of_a_picture_meanwhile_stays_said()
    {
        using var site = await Site.StartAsync();
        var editor = await site.StaffAsync(Role.Editor);
        var key = await editor.AddPictureAsync(SamplePictures.Png(64, 64));
        var form = (await editor.OpenAsync($"/admin/pictures/{key}")).Fields($"form[action='/admin/pictures/{key}']");

        await site.ConvertAsync();
        await editor.PostAsync($"/admin/pictures/{key}", new Dictionary<string, string>(form) { ["Description"] = "奈良井宿の朝" });

        Assert.Equal(("奈良井宿の朝", PictureState.Ready), await site.InDatabaseAsync(async db => ((await db.Pictures.SingleAsync()).Description, (await db.Pictures.SingleAsync()).State)));
    }

    private static Task<(PictureState, int, bool)> StateAsync(Site site) =>
        site.InDatabaseAsync(db => db.Pictures.AsNoTracking().Select(p => new ValueTuple<PictureState, int, bool>(p.State, p.Attempts, p.HasOriginal)).SingleAsync());
}
