using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Erasure;

/// <summary>Tags and filters that others work with stay when the last bearer of a word goes; a word of the person alone goes too.</summary>
public sealed class OthersKeepTheirsTests
{
    private const string Ordinary = "面談済み";
    private const string Own = "見本社長の紹介";

    [Fact]
    public async Task A_tag_that_another_cohort_has_too_takes_no_filter_and_no_line_of_the_log_along()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        var number = await site.ApplicantAsync(moves: ApplicationStatus.Declined);
        var admin = await site.StaffAsync(Role.Administrator);
        await TagAsync(admin, number, Ordinary);
        await TagAsync(admin, number, Own);
        foreach (var (tag, name) in new[] { (Ordinary, Ordinary), (Ordinary, $"{Ordinary}の方"), (Own, "紹介の方") })
        {
            await SaveViewAsync(admin, tag, name);
        }

        var cohort = await site.AddCohortAsync(4, "第四期");
        await site.InDatabaseAsync(db =>
        {
            db.Add(new Tag(cohort.Id, Ordinary));
            return db.SaveChangesAsync();
        });

        await ErasedWithoutTraceTests.EraseAsync(site, number);

        Assert.Equal([Ordinary, $"{Ordinary}の方"], await site.InDatabaseAsync(db => db.SavedViews.OrderBy(v => v.Id).Select(v => v.Name).ToListAsync()));
        Assert.Equal([cohort.Id], await site.InDatabaseAsync(db => db.Tags.Select(t => t.CohortId).ToListAsync()));
        Assert.Equal(
            [true, true, false],
            await site.InDatabaseAsync(db => db.AuditEntries.Where(e => e.Action == AuditAction.ViewSaved).OrderBy(e => e.Sequence).Select(e => e.After != null).ToListAsync()));
    }

    [Fact]
    public async Task A_tag_that_was_taken_off_before_goes_when_nobody_has_it_and_the_lists_log_only_that_there_was_one()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        var number = await site.ApplicantAsync(moves: ApplicationStatus.Declined);
        var other = await site.ApplicantAsync("見本 花子", moves: ApplicationStatus.Declined);
        var admin = await site.StaffAsync(Role.Administrator);
        foreach (var (whose, tag) in new[] { (number, Own), (number, Ordinary), (other, Ordinary) })
        {
            await TagAsync(admin, whose, tag);
        }

        await admin.OpenAsync($"/admin/applications?tag={Uri.EscapeDataString(Own)}");
        foreach (var tag in new[] { Own, Ordinary })
        {
            var fields = (await admin.OpenAsync($"/admin/applications/{number}")).Fields($"form[action='/admin/applications/{number}/tags/removal']");
            fields["name"] = tag;
            await admin.PostAsync($"/admin/applications/{number}/tags/removal", fields);
        }

        await ErasedWithoutTraceTests.EraseAsync(site, number);

        Assert.Equal([Ordinary], await site.InDatabaseAsync(db => db.Tags.Select(t => t.Name).ToListAsync()));
        Assert.Equal(1, await site.InDatabaseAsync(db => db.AccessEntries.CountAsync(e => e.Details!.Contains("\"tag\""))));
        Assert.Equal(0, await site.InDatabaseAsync(db => db.AccessEntries.CountAsync(e => e.Details!.Contains(Own))));
    }

    private static Task<Page> TagAsync(HttpClient staff, string number, string tag) =>
        staff.FillAsync($"/admin/applications/{number}", $"/admin/applications/{number}/tags", ("name", tag));

    private static async Task SaveViewAsync(HttpClient staff, string tag, string name)
    {
        var fields = (await staff.OpenAsync($"/admin/applications?tag={Uri.EscapeDataString(tag)}")).Fields("form[action='/admin/applications/views']");
        fields["ViewName"] = name;
        await staff.PostAsync("/admin/applications/views", fields);
    }
}
