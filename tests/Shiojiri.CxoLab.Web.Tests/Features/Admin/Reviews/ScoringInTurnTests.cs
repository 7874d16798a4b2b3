using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;
using static Shiojiri.CxoLab.Web.Tests.Features.Admin.Reviews.ScoringForm;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Reviews;

/// <summary>Scoring one person after the other, and leaving a criterion out.</summary>
public sealed class ScoringInTurnTests
{
    [Fact]
    public async Task Saving_goes_on_to_the_next_one_not_scored_and_those_decided_come_last()
    {
        using var site = await Site.StartAsync();
        await CriteriaAsync(site);
        var decided = await site.ApplicantAsync("決定 一", moves: ApplicationStatus.Accepted);
        var first = await site.ApplicantAsync("未定 一");
        var second = await site.ApplicantAsync("未定 二");
        await site.ApplicantAsync("辞退 一", moves: ApplicationStatus.Withdrawn);
        var reviewer = await site.StaffAsync(Role.Reviewer);

        var form = await reviewer.OpenAsync($"/admin/applications/{second}/review");
        var once = await OnAsync(reviewer, form, second);
        var twice = await OnAsync(reviewer, once, decided);
        var last = await reviewer.OpenAsync($"/admin/applications/{first}/review");
        var done = await OnAsync(reviewer, last, first);

        Assert.Equal(("審査する人のうち2 / 3", "審査する人のうち3 / 3", "審査する人のうち1 / 3"), (Place(form), Place(once), Place(last)));
        Assert.Equal((decided, first), (NumberOf(once), NumberOf(twice)));
        Assert.Equal("未定 二さんの採点を保存しました", once.Text(".saved"));
        Assert.Equal(("審査", "未定 一さんの採点を保存しました。これで全員の採点がそろいました"), (done.Heading, done.Text(".saved")));
        Assert.Equal(0, last.Html.QuerySelectorAll("button[value='next']").Length);

        static string Place(Page page) => page.Text(".prevnext .num");
        static string NumberOf(Page page) => page.Answer.RequestMessage!.RequestUri!.Segments[3].TrimEnd('/');
    }

    private static Task<Page> OnAsync(HttpClient reviewer, Page form, string number)
    {
        var fields = Scored(form, "4", "abstain", null);
        fields["then"] = "next";
        return reviewer.PostAsync($"/admin/applications/{number}/review", fields);
    }

    [Fact]
    public async Task A_criterion_left_out_does_not_count_in_the_mean()
    {
        using var site = await Site.StartAsync();
        await CriteriaAsync(site);
        var number = await site.ApplicantAsync();
        await ScoreAsync(await site.StaffAsync(Role.Reviewer, "審査 一"), number, "4", "abstain");
        var page = await ScoreAsync(await site.StaffAsync(Role.Reviewer, "審査 二"), number, "abstain", "2");

        Assert.Equal("審査 一 4.00 動機 4・経験 採点しない", page.Text(".reviewers li"));
        Assert.Equal("3.00 平均・ばらつき（標準偏差）1.00・2人", page.Text("section[aria-labelledby='others-h'] p"));
    }
}
