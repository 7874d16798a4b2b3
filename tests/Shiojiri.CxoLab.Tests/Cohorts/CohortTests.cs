using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Tests.Testing;

namespace Shiojiri.CxoLab.Tests.Cohorts;

public sealed class CohortTests
{
    private static readonly DateTime LastSecond = new(2022, 7, 30, 14, 59, 59, DateTimeKind.Utc);
    private static readonly DateTime Midnight = new(2022, 7, 30, 15, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Recruitment_is_open_until_the_last_second_of_the_deadline_in_Japan()
    {
        var cohort = Given.Cohort();

        Assert.True(cohort.RecruitmentStatusAt(LastSecond).IsOpen);
        Assert.False(cohort.RecruitmentStatusAt(Midnight).IsOpen);
    }

    [Theory]
    [InlineData("2022-06-10T00:00:00Z", "募集中", "あと50日")]
    [InlineData("2022-07-29T14:59:59Z", "募集中", "あと1日")]
    [InlineData("2022-07-29T15:00:00Z", "募集中", "本日締切")]
    [InlineData("2022-07-30T15:00:00Z", "募集終了", null)]
    [InlineData("2023-01-31T14:59:59Z", "募集終了", null)]
    [InlineData("2023-01-31T15:00:00Z", "次期準備中", null)]
    public void The_state_follows_from_the_instant(string utc, string label, string? daysLeft)
    {
        var standing = Given.Cohort().RecruitmentStatusAt(DateTimeOffset.Parse(utc).UtcDateTime);

        Assert.Equal((label, daysLeft), (standing.Label, standing.DaysLeftText));
    }

    [Fact]
    public void Before_its_first_day_recruitment_is_about_to_begin()
    {
        var cohort = Given.Cohort(opensOn: new(2022, 6, 11));

        Assert.Equal("まもなく開始", cohort.RecruitmentStatusAt(new(2022, 6, 10, 14, 59, 59, DateTimeKind.Utc)).Label);
        Assert.Equal("募集中", cohort.RecruitmentStatusAt(new(2022, 6, 10, 15, 0, 0, DateTimeKind.Utc)).Label);
    }

    [Theory]
    [InlineData("2022-07-20T14:59:59Z", false)]
    [InlineData("2022-07-20T15:00:00Z", true)]
    [InlineData("2022-07-30T15:00:00Z", false)]
    public void The_term_has_begun_from_the_day_after_its_first_until_the_deadline(string utc, bool begun) =>
        Assert.Equal(begun, Given.Cohort().RecruitmentStatusAt(DateTimeOffset.Parse(utc).UtcDateTime).TermHasBegun);

    [Theory]
    [InlineData("2022-07-30T14:59:59Z", "2022-07-30T15:29:59Z", true)]
    [InlineData("2022-07-30T14:59:59Z", "2022-07-30T15:30:00Z", false)]
    [InlineData("2022-07-30T15:00:00Z", "2022-07-30T15:00:01Z", false)]
    [InlineData("2022-07-30T15:10:00Z", "2022-07-30T15:05:00Z", false)]
    public void A_form_opened_in_time_may_be_sent_for_half_an_hour_more(string opened, string sent, bool accepted)
    {
        var reception = Given.Cohort().Receive(
            Given.Applicant(), DateTimeOffset.Parse(opened).UtcDateTime, DateTimeOffset.Parse(sent).UtcDateTime, 7);

        Assert.Equal(accepted, reception is Reception.Accepted);
    }

    [Fact]
    public void After_the_deadline_the_refusal_says_closed() =>
        Assert.Equal(new Reception.Refused(Refusal.Closed), Given.Cohort().Receive(Given.Applicant(), Midnight, Midnight, 7));

    [Fact]
    public void Before_the_first_day_the_refusal_says_not_yet_open() =>
        Assert.Equal(
            new Reception.Refused(Refusal.NotYetOpen),
            Given.Cohort(opensOn: new(2022, 7, 1)).Receive(Given.Applicant(), Given.Now, Given.Now, 7));

    [Fact]
    public void With_a_capacity_the_one_too_many_waits_and_is_asked_for_nothing()
    {
        var cohort = Given.Cohort(capacity: 1);

        var first = cohort.Receive(Given.Applicant(), Given.Now, Given.Now, 7);
        var second = cohort.Receive(Given.Applicant(), Given.Now, Given.Now, 7);

        var (one, two) = (((Reception.Accepted)first).Application, ((Reception.Accepted)second).Application);
        Assert.Equal((ApplicationStatus.Received, true, (DateOnly?)new(2022, 6, 17)), (one.Status, one.HoldsPlace, one.DueOn));
        Assert.Equal((ApplicationStatus.Waitlisted, false, (DateOnly?)null), (two.Status, two.HoldsPlace, two.DueOn));
    }

    [Fact]
    public void An_application_owes_the_fee_of_its_cohort()
    {
        var application = Given.Application();

        Assert.Equal((new Yen(20_000), (DateOnly?)new DateOnly(2022, 6, 17)), (application.Fee, application.DueOn));
        Assert.Equal([new Yen(20_000)], application.Ledger.Select(l => l.Amount));
    }

    [Fact]
    public void Withdrawing_frees_the_address()
    {
        var cohort = Given.Cohort();
        var application = ((Reception.Accepted)cohort.Receive(Given.Applicant(email: "Taro@Example.jp"), Given.Now, Given.Now, 7)).Application;
        Assert.Equal("taro@example.jp", application.ActiveEmail);

        application.Decide(ApplicationStatus.Withdrawn, cohort, new(2022, 6, 27), Given.Staff, Given.Now);

        Assert.Equal((ApplicationStatus.Withdrawn, null), (application.Status, application.ActiveEmail));
    }
}
