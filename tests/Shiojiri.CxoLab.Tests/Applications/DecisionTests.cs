using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Tests.Testing;
using static Shiojiri.CxoLab.Applications.ApplicationStatus;

namespace Shiojiri.CxoLab.Tests.Applications;

/// <summary>A decision makes all its consequences: place, waiting list and due day.</summary>
public sealed class DecisionTests
{
    private static readonly DateOnly First = new(2022, 6, 17);
    private static readonly DateOnly Later = new(2022, 6, 27);

    [Theory]
    [InlineData(AdmissionMode.FirstCome, FeeTiming.OnApplying, "2022-06-17", "2022-06-17", "2022-06-27")]
    [InlineData(AdmissionMode.Selection, FeeTiming.OnApplying, "2022-06-17", "2022-06-17", "2022-06-27")]
    [InlineData(AdmissionMode.FirstCome, FeeTiming.OnAdmission, null, null, "2022-06-27")]
    [InlineData(AdmissionMode.Selection, FeeTiming.OnAdmission, null, null, "2022-06-27")]
    public void The_fee_is_asked_when_the_cohort_says_so(AdmissionMode mode, FeeTiming timing, string? applied, string? reviewed, string accepted)
    {
        var (cohort, application) = Applied(new Admission(mode, timing));
        var days = new List<DateOnly?> { application.DueOn };

        application.BeginReview(cohort, Given.Staff, Given.Now);
        days.Add(application.DueOn);
        application.Decide(Accepted, cohort, Later, Given.Staff, Given.Now);
        days.Add(application.DueOn);

        Assert.Equal([applied, reviewed, accepted], days.Select(d => d?.ToString("yyyy-MM-dd")));
    }

    [Theory]
    [InlineData(Waitlisted)]
    [InlineData(Declined)]
    [InlineData(Withdrawn)]
    public void Nobody_who_does_not_take_part_is_asked_for_the_fee(ApplicationStatus decision)
    {
        var (cohort, application) = Applied();

        application.Decide(decision, cohort, Later, Given.Staff, Given.Now);

        Assert.Null(application.DueOn);
    }

    [Fact]
    public void Whoever_is_accepted_late_from_the_waiting_list_is_asked_anew()
    {
        var (cohort, application) = Applied();
        application.Decide(Waitlisted, cohort, First, Given.Staff, Given.Now);

        application.Decide(Accepted, cohort, Later, Given.Staff, Given.Now);

        Assert.Equal(Later, application.DueOn);
    }

    [Fact]
    public void A_later_day_that_was_agreed_on_is_not_brought_forward_by_being_accepted()
    {
        var (cohort, application) = Applied();
        Assert.True(application.MoveDueDate(new(2022, 7, 29), First));

        application.Decide(Accepted, cohort, Later, Given.Staff, Given.Now);

        Assert.Equal(new DateOnly(2022, 7, 29), application.DueOn);
    }

    [Theory]
    [InlineData(Accepted)]
    [InlineData(Waitlisted)]
    [InlineData(Declined)]
    [InlineData(Withdrawn)]
    public void Every_decision_can_be_taken_back_with_a_reason(ApplicationStatus decision)
    {
        var (cohort, application) = Applied(capacity: 1);
        application.Decide(decision, cohort, First, Given.Staff, Given.Now);

        application.TakeBack(cohort, Later, "取り違え", Given.Staff, Given.Now);

        Assert.Equal((UnderReview, "taro@example.jp", true, 1, 0), (application.Status, application.ActiveEmail, application.HoldsPlace, cohort.PlacesTaken, cohort.Waiting));
        Assert.Equal((decision, UnderReview, "取り違え"), (application.StatusChanges[^1].From, application.StatusChanges[^1].To, application.StatusChanges[^1].Reason));
        Assert.NotNull(application.DueOn);
    }

    [Fact]
    public void What_was_not_decided_cannot_be_taken_back()
    {
        var (cohort, application) = Applied();

        Assert.Throws<InvalidOperationException>(() => application.TakeBack(cohort, Later, "取り違え", Given.Staff, Given.Now));
    }

    [Fact]
    public void Places_and_the_waiting_list_are_counted_through_every_move()
    {
        var cohort = Given.Cohort(capacity: 2);
        var people = Enumerable.Range(0, 4).Select(i => Receive(cohort, $"p{i}@example.jp")).ToList();
        Assert.Equal([Received, Received, Waitlisted, Waitlisted], people.Select(p => p.Status));
        Assert.Equal((2, 2), (cohort.PlacesTaken, cohort.Waiting));

        people[0].Decide(Withdrawn, cohort, Later, Given.Staff, Given.Now);
        Assert.Equal((1, 2), (cohort.PlacesTaken, cohort.Waiting));

        // Who comes now waits behind those who wait already.
        Assert.Equal(Waitlisted, Receive(cohort, "p4@example.jp").Status);

        people[2].TakeOfferedPlace(cohort, Later, Given.Staff, Given.Now);
        Assert.Equal((Received, Later, 2, 2), (people[2].Status, people[2].DueOn, cohort.PlacesTaken, cohort.Waiting));
        Assert.Throws<InvalidOperationException>(() => people[3].TakeOfferedPlace(cohort, Later, Given.Staff, Given.Now));
    }

    [Fact]
    public void Under_selection_only_the_accepted_hold_a_place()
    {
        var cohort = Given.Cohort(capacity: 1, admission: new Admission(AdmissionMode.Selection, FeeTiming.OnAdmission));
        var (one, two) = (Receive(cohort, "one@example.jp"), Receive(cohort, "two@example.jp"));
        Assert.Equal((Received, Received, 0), (one.Status, two.Status, cohort.PlacesTaken));

        one.Decide(Accepted, cohort, Later, Given.Staff, Given.Now);

        Assert.Equal((true, false, 1, false), (one.HoldsPlace, two.HoldsPlace, cohort.PlacesTaken, cohort.HasFreePlace));
    }

    [Fact]
    public void A_fee_of_nothing_confirms_the_first_come_at_once()
    {
        var cohort = Given.Cohort(fee: new Yen(0));

        var application = Receive(cohort, "free@example.jp");

        Assert.Equal((Accepted, true, "自動"), (application.Status, application.HoldsPlace, application.StatusChanges.Single().ByName));
    }

    private static (Cohort Cohort, Application Application) Applied(Admission? admission = null, int? capacity = null)
    {
        var cohort = Given.Cohort(capacity: capacity, admission: admission);
        return (cohort, Receive(cohort, "taro@example.jp"));
    }

    private static Application Receive(Cohort cohort, string email) =>
        ((Reception.Accepted)cohort.Receive(Given.Applicant(email: email), Given.Now, Given.Now, 7)).Application;
}
