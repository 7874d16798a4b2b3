using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Payments;
using Shiojiri.CxoLab.Tests.Testing;

namespace Shiojiri.CxoLab.Tests.Applications;

/// <summary>Two applications of one person, put together and parted.</summary>
public sealed class MergingTests
{
    private static readonly DateOnly DueOn = new(2022, 6, 20);

    [Fact]
    public void What_goes_under_another_gives_its_place_back_and_asks_for_nothing()
    {
        var (cohort, main, other) = Two();

        other.MergeInto(main, holdsOthers: false, cohort);

        Assert.Equal((main.Id, false, null, null), (other.MergedIntoId, other.HoldsPlace, other.DueOn, other.ActiveEmail));
        Assert.Equal((FeeState.None, ApplicationStatus.Received), (other.FeeStatusOn(DueOn).State, other.Status));
        Assert.Equal((1, 0), (cohort.PlacesTaken, cohort.Waiting));
    }

    [Fact]
    public void A_hold_goes_along_unless_the_one_that_stays_has_its_own()
    {
        var (cohort, main, other) = Two();
        var third = Take(cohort, "three@example.jp", 3);
        other.Keep("返金の問い合わせ中", Given.Staff);
        third.Keep("別の理由", Given.Staff);

        other.MergeInto(main, holdsOthers: false, cohort);
        third.MergeInto(main, holdsOthers: false, cohort);

        Assert.Equal(("返金の問い合わせ中", Given.Staff.Name), (main.KeptBecause, main.KeptBy));
    }

    [Fact]
    public void One_whose_person_is_gone_goes_under_no_other_and_takes_none()
    {
        var (cohort, main, other) = Two();
        other.Erase(cohort, Given.Staff, Given.Now);

        Assert.Equal((MergeRefusal.NotTwo, MergeRefusal.NotTwo), (other.RefusalToMerge(main, false), main.RefusalToMerge(other, false)));
    }

    [Fact]
    public void Parted_again_it_stands_as_before_with_new_days_to_pay()
    {
        var (cohort, main, other) = Two();
        other.MergeInto(main, holdsOthers: false, cohort);

        other.Split(cohort, DueOn, sharesAddress: false);

        Assert.Equal((null, true, DueOn, "two@example.jp"), (other.MergedIntoId, other.HoldsPlace, other.DueOn, other.ActiveEmail));
        Assert.Equal((2, 0), (cohort.PlacesTaken, cohort.Waiting));
        Assert.Throws<InvalidOperationException>(() => other.Split(cohort, DueOn, sharesAddress: false));
    }

    [Fact]
    public void One_who_waits_leaves_the_waiting_list_and_comes_back_to_it()
    {
        var cohort = Given.Cohort(capacity: 1);
        var (main, other) = (Take(cohort, "one@example.jp", 1), Take(cohort, "two@example.jp", 2));

        other.MergeInto(main, holdsOthers: false, cohort);
        var between = cohort.Waiting;
        other.Split(cohort, DueOn, sharesAddress: true);

        Assert.Equal((0, 1, 1, null, null), (between, cohort.Waiting, cohort.PlacesTaken, other.DueOn, other.ActiveEmail));
    }

    [Fact]
    public void It_is_refused_where_something_would_get_lost()
    {
        var (cohort, main, other) = Two();
        var (paid, accepted) = (Take(cohort, "paid@example.jp", 3), Take(cohort, "accepted@example.jp", 4));
        paid.RecordPayment(new MoneyMoved(RandomToken.Draw(), new Yen(5000), DueOn, PaymentWay.Cash, null), cohort, Given.Staff, Given.Now);
        accepted.Decide(ApplicationStatus.Accepted, cohort, DueOn, Given.Staff, Given.Now);

        Assert.Equal(MergeRefusal.HasMoney, paid.RefusalToMerge(main, false));
        Assert.Equal(MergeRefusal.TakesPart, accepted.RefusalToMerge(main, false));
        Assert.Equal((MergeRefusal.HoldsOthers, MergeRefusal.NotTwo), (other.RefusalToMerge(main, true), main.RefusalToMerge(main, false)));
        Assert.Throws<InvalidOperationException>(() => paid.MergeInto(main, false, cohort));
        Assert.Null(main.RefusalToMerge(accepted, false));
        other.MergeInto(main, holdsOthers: false, cohort);
        Assert.Equal((MergeRefusal.NotTwo, MergeRefusal.NotTwo), (other.RefusalToMerge(accepted, false), accepted.RefusalToMerge(other, false)));
    }

    private static (Cohort Cohort, Application Main, Application Other) Two()
    {
        var cohort = Given.Cohort(capacity: 10);
        return (cohort, Take(cohort, "one@example.jp", 1), Take(cohort, "two@example.jp", 2));
    }

    // The database gives the ids.
    private static Application Take(Cohort cohort, string email, int id)
    {
        var application = ((Reception.Accepted)cohort.Receive(Given.Applicant(email: email), Given.Now, Given.Now, 7)).Application;
        application.IndexForSearch();
        typeof(Application).GetProperty(nameof(Application.Id))!.SetValue(application, id);
        return application;
    }
}
