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

    [Fact]
    public async Task A_first_score_stored_at_the_moment_of_a_change_is_summed_up_by_the_new_weights()
    {
        var moment = new MomentAfterReading("Reviews");
        using var site = await Site.StartAsync(services: moment.Watch);
        await CriteriaAsync(site);
        var number = await site.ApplicantAsync();
        var reviewer = await site.StaffAsync(Role.Reviewer);
        var administrator = await site.StaffAsync(Role.Administrator);
        var fields = (await administrator.OpenAsync("/admin/reviews/criteria")).Fields("main form");
        fields["Rows[0].Weight"] = "1";
        var scored = new List<string>();
        moment.Comes = async () => scored.AddRange((await ScoreAsync(reviewer, number, "5", "1")).Texts(".saved"));

        var page = await administrator.PostAsync("/admin/reviews/criteria?cohort=3", fields);

        Assert.Equal(("採点を保存しました", "審査の観点を保存しました"), (Assert.Single(scored), page.Text(".saved")));
        Assert.Equal(300, await site.InDatabaseAsync(db => db.Reviews.Select(r => r.Total).SingleAsync()));
    }

    // Before the reviews are read for their weights, and after.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_criterion_that_is_scored_by_at_the_moment_of_its_removal_stays_and_so_does_what_was_typed(int earlier)
    {
        var moment = new MomentAfterReading("Reviews") { LetPass = earlier };
        using var site = await Site.StartAsync(services: moment.Watch);
        await CriteriaAsync(site);
        var number = await site.ApplicantAsync();
        var reviewer = await site.StaffAsync(Role.Reviewer);
        var administrator = await site.StaffAsync(Role.Administrator);
        var fields = (await administrator.OpenAsync("/admin/reviews/criteria")).Fields("main form");
        (fields["Rows[0].Name"], fields["Rows[1].Name"]) = ("志", "");
        moment.Comes = () => ScoreAsync(reviewer, number, "5", "1");

        var refused = await administrator.PostAsync("/admin/reviews/criteria?cohort=3", fields);
        var stored = await site.InDatabaseAsync(db => db.ReviewCriteria.OrderBy(c => c.Position).Select(c => c.Name).ToListAsync());
        var kept = refused.Fields("main form");
        kept["Rows[1].Name"] = "歩み";
        var again = await administrator.PostAsync("/admin/reviews/criteria?cohort=3", kept);

        Assert.Null(moment.Comes);
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal(["「経験」はすでに採点に使われているため、消せません。名前を直すことはできます"], refused.Texts(".errsum li"));
        Assert.Equal(["動機", "経験"], stored);
        Assert.Equal(("志", "審査の観点を保存しました"), (kept["Rows[0].Name"], again.Text(".saved")));
    }

    [Fact]
    public async Task Criteria_changed_at_the_moment_when_somebody_scores_anew_are_sent_back_as_typed()
    {
        var moment = new MomentAfterReading("Reviews");
        using var site = await Site.StartAsync(services: moment.Watch);
        await CriteriaAsync(site);
        var number = await site.ApplicantAsync();
        var reviewer = await site.StaffAsync(Role.Reviewer);
        await ScoreAsync(reviewer, number, "5", "1");
        var administrator = await site.StaffAsync(Role.Administrator);
        var fields = (await administrator.OpenAsync("/admin/reviews/criteria")).Fields("main form");
        fields["Rows[0].Weight"] = "1";
        moment.Comes = () => ScoreAsync(reviewer, number, "4", "1");

        var refused = await administrator.PostAsync("/admin/reviews/criteria?cohort=3", fields);
        var again = await administrator.PostAsync("/admin/reviews/criteria?cohort=3", refused.Fields("main form"));

        Assert.Equal((HttpStatusCode.Conflict, "ちょうど採点が保存されたため、観点はまだ変えていません"), (refused.Status, refused.Text(".stale h2")));
        Assert.Equal("審査の観点を保存しました", again.Text(".saved"));
        Assert.Equal(250, await site.InDatabaseAsync(db => db.Reviews.Select(r => r.Total).SingleAsync()));
    }
}
