using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Applications;

public sealed class TagTests
{
    private static readonly string[] Before = ["VIP", "ＶＩＰ", "vip", "漆器"];

    [Theory]
    [InlineData("VIP", "ＶＩＰ")]
    [InlineData("タンボ", "ﾀﾝﾎﾞ")]
    [InlineData("Ｗｅｂ 班", "web　班")]
    public async Task Tags_that_differ_by_width_or_case_are_one(string first, string second)
    {
        using var site = await Site.StartAsync();
        var (a, b) = (await site.ApplicantAsync("塩尻 一"), await site.ApplicantAsync("塩尻 二"));
        var reviewer = await site.StaffAsync(Role.Reviewer);

        await TagAsync(reviewer, a, first);
        await TagAsync(reviewer, b, second);

        var shown = await reviewer.OpenAsync($"/admin/applications?tag={Uri.EscapeDataString(second)}");
        Assert.Equal([first], await site.InDatabaseAsync(db => db.Tags.Select(t => t.Name).ToListAsync()));
        Assert.Equal(2, shown.Texts(".alist__name").Length);
    }

    [Fact]
    public async Task Tags_from_before_are_joined_at_the_next_start()
    {
        using var site = await Site.StartAsync();
        var (a, b) = (await site.ApplicantAsync("塩尻 一"), await site.ApplicantAsync("塩尻 二"));
        await site.InDatabaseAsync(async db =>
        {
            var applications = await db.Applications.OrderBy(x => x.Id).ToListAsync();
            var tags = Before.Select(name => new Tag(applications[0].CohortId, name)).ToList();
            foreach (var tag in tags)
            {
                db.Add(tag).Property(t => t.Key).CurrentValue = null;
            }

            await db.SaveChangesAsync();
            db.AddRange(new ApplicationTag(applications[0].Id, tags[0].Id), new ApplicationTag(applications[0].Id, tags[1].Id), new ApplicationTag(applications[1].Id, tags[2].Id), new ApplicationTag(applications[1].Id, tags[3].Id));
            return await db.SaveChangesAsync();
        });

        await site.Services.MigrateAsync(CancellationToken.None);
        await site.Services.MigrateAsync(CancellationToken.None);

        var reviewer = await site.StaffAsync(Role.Reviewer);
        Assert.Equal(["VIP"], (await reviewer.OpenAsync($"/admin/applications/{a}")).Texts("section[aria-labelledby='care-h'] .tag"));
        Assert.Equal(["VIP", "漆器"], (await reviewer.OpenAsync($"/admin/applications/{b}")).Texts("section[aria-labelledby='care-h'] .tag"));
        Assert.Equal(["VIP", "漆器"], await site.InDatabaseAsync(db => db.Tags.OrderBy(t => t.Id).Select(t => t.Name).ToListAsync()));
    }

    private static Task<Page> TagAsync(HttpClient staff, string number, string name) =>
        staff.FillAsync($"/admin/applications/{number}", $"/admin/applications/{number}/tags", ("name", name));
}
