using System.Net;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;
using static Shiojiri.CxoLab.Web.Tests.Features.Admin.Reviews.ScoringForm;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Reviews;

public sealed class ReviewsTests
{
    [Fact]
    public async Task The_others_scores_are_hidden_until_ones_own_is_in()
    {
        using var site = await Site.StartAsync();
        await CriteriaAsync(site);
        var number = await site.ApplicantAsync();
        var (one, other) = (await site.StaffAsync(Role.Reviewer, "審査 一"), await site.StaffAsync(Role.Reviewer, "審査 二"));
        await ScoreAsync(one, number, "5", "2", "とてもよい");

        var before = await other.OpenAsync($"/admin/applications/{number}/review");
        var applicant = await other.OpenAsync($"/admin/applications/{number}");
        var after = await ScoreAsync(other, number, "3", "3");

        Assert.DoesNotContain("とてもよい", before.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("4.25", before.Body, StringComparison.Ordinal);
        Assert.Equal("1人が採点しました。点とコメントは、あなたの採点のあとに見られます。", before.Text("section[aria-labelledby='others-h'] p"));
        Assert.DoesNotContain("4.25", applicant.Body, StringComparison.Ordinal);
        Assert.Equal("3.63 平均・ばらつき（標準偏差）0.63・2人", after.Text("section[aria-labelledby='others-h'] p"));
        Assert.Equal("審査 一 4.25 動機 5・経験 2 とてもよい", after.Text(".reviewers li"));
    }

    [Fact]
    public async Task The_first_score_takes_the_application_into_review()
    {
        using var site = await Site.StartAsync();
        await CriteriaAsync(site);
        var number = await site.ApplicantAsync();

        await ScoreAsync(await site.StaffAsync(Role.Reviewer), number, "4", "abstain");

        var application = await site.ApplicationAsync(number);
        Assert.Equal((ApplicationStatus.UnderReview, "事務局 Reviewer"), (application.Status, application.StatusChanges.Single().ByName));
        Assert.Equal(400, await site.InDatabaseAsync(db => db.Reviews.Select(r => r.Total).SingleAsync()));
        Assert.Equal(1, await site.InDatabaseAsync(db => db.AuditEntries.CountAsync(e => e.Action == AuditAction.Reviewed && e.Subject == number)));
    }

    [Fact]
    public async Task Two_reviewers_at_once_are_both_stored()
    {
        var meeting = new Meeting("Reviews");
        using var site = await Site.StartAsync(services: meeting.Watch);
        await CriteriaAsync(site);
        var number = await site.ApplicantAsync(moves: ApplicationStatus.UnderReview);
        var (one, other) = (await site.StaffAsync(Role.Reviewer, "審査 一"), await site.StaffAsync(Role.Reviewer, "審査 二"));

        var answers = await meeting.OfAsync(() => ScoreAsync(one, number, "5", "5"), () => ScoreAsync(other, number, "1", "1"));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        Assert.Equal([100, 500], await site.InDatabaseAsync(db => db.Reviews.OrderBy(r => r.Total).Select(r => r.Total!.Value).ToListAsync()));
    }

    [Fact]
    public async Task Two_tabs_of_one_reviewer_do_not_overwrite_each_other()
    {
        using var site = await Site.StartAsync();
        await CriteriaAsync(site);
        var number = await site.ApplicantAsync();
        var reviewer = await site.StaffAsync(Role.Reviewer);
        var first = await reviewer.OpenAsync($"/admin/applications/{number}/review");
        await ScoreAsync(reviewer, number, "5", "5");

        var stale = await reviewer.PostAsync($"/admin/applications/{number}/review", Scored(first, "1", "1", "遅い方"));
        var again = await reviewer.PostAsync($"/admin/applications/{number}/review", stale.Fields("form[action$='/review']"));

        Assert.Equal((HttpStatusCode.Conflict, "遅い方"), (stale.Status, stale.Fields("form[action$='/review']")["Comment"]));
        Assert.Equal("採点を保存しました", again.Text(".saved"));
        Assert.Equal(100, await site.InDatabaseAsync(db => db.Reviews.Select(r => r.Total).SingleAsync()));
    }

    [Fact]
    public async Task A_missing_score_is_told_at_its_criterion_and_the_others_stay()
    {
        using var site = await Site.StartAsync();
        await CriteriaAsync(site);
        var number = await site.ApplicantAsync();
        var reviewer = await site.StaffAsync(Role.Reviewer);
        var fields = Scored(await reviewer.OpenAsync($"/admin/applications/{number}/review"), "4", "9", null);

        var page = await reviewer.PostAsync($"/admin/applications/{number}/review", fields);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "エラー 「経験」の点か、「採点しない」を選んでください"), (page.Status, page.Text(".score-row:nth-child(2) .error")));
        Assert.Equal("4", page.Fields("form[action$='/review']")[Field(page, 1)]);
        Assert.Equal(0, await site.InDatabaseAsync(db => db.Reviews.CountAsync()));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Progress_counts_each_reviewer_with_the_same_number_of_questions(int applicants)
    {
        var questions = new QueryCount();
        using var site = await Site.StartAsync(services: questions.Watch);
        await CriteriaAsync(site);
        var numbers = await site.ApplicantsAsync(applicants);
        var reviewer = await site.StaffAsync(Role.Reviewer, "審査 一");
        await ScoreAsync(reviewer, numbers[0], "5", "5");
        await reviewer.OpenAsync("/admin/reviews");
        questions.StartAgain();

        var page = await reviewer.OpenAsync("/admin/reviews");

        Assert.Equal($"審査 一（あなた）1 / {applicants}", page.Text("section[aria-labelledby='progress-h'] tbody tr"));
        Assert.Equal(applicants - 1, page.Texts("section[aria-labelledby='open-h'] tbody tr").Length);
        Assert.Equal(9, questions.Statements);
    }

    [Fact]
    public async Task Criteria_are_changed_and_all_reviews_summed_up_anew()
    {
        using var site = await Site.StartAsync();
        await CriteriaAsync(site);
        var number = await site.ApplicantAsync();
        await ScoreAsync(await site.StaffAsync(Role.Reviewer), number, "5", "1");
        var administrator = await site.StaffAsync(Role.Administrator);
        var fields = (await administrator.OpenAsync("/admin/reviews/criteria")).Fields("main form");
        fields["Rows[0].Weight"] = "１";
        fields["Rows[1].Name"] = "これまでの経験";
        var version = await site.InDatabaseAsync(db => db.Reviews.Select(r => r.Version).SingleAsync());

        var page = await administrator.PostAsync("/admin/reviews/criteria?cohort=3", fields);
        var stale = await administrator.PostAsync("/admin/reviews/criteria?cohort=3", fields);

        Assert.Equal("審査の観点を保存しました", page.Text(".saved"));
        Assert.Equal(300, await site.InDatabaseAsync(db => db.Reviews.Select(r => r.Total).SingleAsync()));
        Assert.NotEqual(version, await site.InDatabaseAsync(db => db.Reviews.Select(r => r.Version).SingleAsync()));
        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Equal(["動機:1", "これまでの経験:1"], await site.InDatabaseAsync(db => db.ReviewCriteria.OrderBy(c => c.Position).Select(c => c.Name + ":" + c.Weight).ToListAsync()));
    }

    [Fact]
    public async Task Criteria_sent_twice_at_once_are_there_once()
    {
        var meeting = new Meeting("ReviewCriteria");
        using var site = await Site.StartAsync(services: meeting.Watch);
        await CriteriaAsync(site);
        var administrator = await site.StaffAsync(Role.Administrator);
        var fields = (await administrator.OpenAsync("/admin/reviews/criteria")).Fields("main form");
        fields["Rows[2].Name"] = "続けられるか";

        await meeting.OfAsync(4, () => administrator.PostAsync("/admin/reviews/criteria?cohort=3", fields));

        Assert.Equal([1, 2, 3], await site.InDatabaseAsync(db => db.ReviewCriteria.OrderBy(c => c.Position).Select(c => c.Position).ToListAsync()));
    }

    [Fact]
    public async Task Whoever_has_abstained_from_everything_cannot_score_after_a_look_at_the_others()
    {
        using var site = await Site.StartAsync();
        await CriteriaAsync(site);
        var number = await site.ApplicantAsync();
        var reviewer = await site.StaffAsync(Role.Reviewer);
        await ScoreAsync(reviewer, number, "abstain", "abstain");

        var page = await ScoreAsync(reviewer, number, "5", "abstain");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "エラー すべてを「採点しない」にしたあとは、ほかの人の点が見えているため採点できません"), (page.Status, page.Text(".score-row:nth-child(1) .error")));
        Assert.Null(await site.InDatabaseAsync(db => db.Reviews.Select(r => r.Total).SingleAsync()));
    }

    [Fact]
    public async Task Administrators_see_all_scores_and_each_look_is_in_the_access_log()
    {
        using var site = await Site.StartAsync();
        await CriteriaAsync(site);
        var number = await site.ApplicantAsync();
        await ScoreAsync(await site.StaffAsync(Role.Reviewer), number, "5", "2", "よく通る声");
        var administrator = await site.StaffAsync(Role.Administrator);

        var page = await administrator.OpenAsync($"/admin/applications/{number}/review");
        var applicant = await administrator.OpenAsync($"/admin/applications/{number}");
        var log = await administrator.OpenAsync($"/admin/audit?subject={number}");
        var looks = await site.InDatabaseAsync(db => db.AccessEntries.Where(e => e.ActorName == "事務局 Administrator" && e.Subject == number).OrderBy(e => e.Id).Select(e => e.Details).ToListAsync());

        Assert.Equal("事務局 Reviewer 4.25 動機 5・経験 2 よく通る声", page.Text(".reviewers li"));
        Assert.Contains("4.25", applicant.Text("section[aria-labelledby='review-h']"), StringComparison.Ordinal);
        Assert.Contains("を採点（", log.Body, StringComparison.Ordinal);
        Assert.Equal("""{"Page":"review","Scores":"all"}""", looks[0]);
    }

    [Fact]
    public async Task Scores_for_criteria_that_have_changed_since_are_refused_and_stay_in_the_form()
    {
        using var site = await Site.StartAsync();
        await CriteriaAsync(site);
        var number = await site.ApplicantAsync();
        var reviewer = await site.StaffAsync(Role.Reviewer);
        var form = await reviewer.OpenAsync($"/admin/applications/{number}/review");
        var administrator = await site.StaffAsync(Role.Administrator);
        var criteria = (await administrator.OpenAsync("/admin/reviews/criteria")).Fields("main form");
        (criteria["Rows[0].Name"], criteria["Rows[1].Name"]) = (criteria["Rows[1].Name"], criteria["Rows[0].Name"]);
        await administrator.PostAsync("/admin/reviews/criteria?cohort=3", criteria);

        var refused = await reviewer.PostAsync($"/admin/applications/{number}/review", Scored(form, "5", "1", "よい"));
        var stored = await site.InDatabaseAsync(db => db.Reviews.CountAsync());
        var again = await reviewer.PostAsync($"/admin/applications/{number}/review", refused.Fields("form[action$='/review']"));

        Assert.Equal((HttpStatusCode.Conflict, 0), (refused.Status, stored));
        Assert.Equal("この画面を開いたあとに、審査の観点が変わりました", refused.Text(".stale h2"));
        Assert.Equal(("5", "よい"), (refused.Fields("form[action$='/review']")[Field(form, 1)], refused.Fields("form[action$='/review']")["Comment"]));
        Assert.Equal("採点を保存しました", again.Text(".saved"));
    }

    [Fact]
    public async Task A_criterion_that_was_scored_by_cannot_vanish()
    {
        using var site = await Site.StartAsync();
        await CriteriaAsync(site);
        await ScoreAsync(await site.StaffAsync(Role.Reviewer), await site.ApplicantAsync(), "5", "1");
        var administrator = await site.StaffAsync(Role.Administrator);
        var fields = (await administrator.OpenAsync("/admin/reviews/criteria")).Fields("main form");
        fields["Rows[1].Name"] = "";

        var page = await administrator.PostAsync("/admin/reviews/criteria?cohort=3", fields);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(["「経験」はすでに採点に使われているため、消せません。名前を直すことはできます"], page.Texts(".errsum li"));
    }
}
