using System.Net;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;
using static Shiojiri.CxoLab.Web.Tests.Features.Admin.Reviews.ScoringForm;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Reviews;

/// <summary>Somebody scores while somebody else changes what is scored by.</summary>
public sealed class CriteriaRaceTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_criterion_that_changes_or_vanishes_at_the_moment_of_saving_sends_the_scores_back(bool vanishes)
    {
        var moment = new MomentAfterReading("ReviewCriteria");
        using var site = await Site.StartAsync(services: moment.Watch);
        await CriteriaAsync(site);
        var number = await site.ApplicantAsync();
        var reviewer = await site.StaffAsync(Role.Reviewer);
        var form = await reviewer.OpenAsync($"/admin/applications/{number}/review");
        moment.Comes = () => site.InDatabaseAsync(db => vanishes
            ? db.ReviewCriteria.Where(c => c.Position == 2).ExecuteDeleteAsync()
            : db.ReviewCriteria.Where(c => c.Position == 2).ExecuteUpdateAsync(set => set.SetProperty(c => c.Weight, 9).SetProperty(c => c.Version, Guid.NewGuid())));

        var refused = await reviewer.PostAsync($"/admin/applications/{number}/review", Scored(form, "5", "1", "よい"));
        var stored = await site.InDatabaseAsync(db => db.Reviews.CountAsync());
        var again = await reviewer.PostAsync($"/admin/applications/{number}/review", refused.Fields("form[action$='/review']"));

        Assert.Equal((HttpStatusCode.Conflict, 0), (refused.Status, stored));
        Assert.Equal("この画面を開いたあとに、審査の観点が変わりました", refused.Text(".stale h2"));
        Assert.Equal(("5", "よい"), (refused.Fields("form[action$='/review']")[Field(form, 1)], refused.Fields("form[action$='/review']")["Comment"]));
        Assert.Equal("採点を保存しました", again.Text(".saved"));
    }
}
