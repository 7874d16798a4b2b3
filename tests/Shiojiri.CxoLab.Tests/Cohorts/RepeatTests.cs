using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Tests.Testing;

namespace Shiojiri.CxoLab.Tests.Cohorts;

/// <summary>A form whose address stands already is received as a new one would be.</summary>
public sealed class RepeatTests
{
    private static readonly DateTime AfterClosing = new(2022, 8, 1, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_repeat_gets_a_number_fee_and_due_day_of_its_own()
    {
        var standing = Given.Application(nowUtc: Given.Now.AddDays(-9));

        var repeat = ((Reception.Repeated)Given.Cohort().ReceiveRepeat(standing, Given.Applicant(email: "TARO@example.jp"), Given.Now, Given.Now, 7)).Submission;

        var fresh = Given.Application();
        Assert.True(ApplicationNumber.IsValid(repeat.Issued!.Number));
        Assert.NotEqual(standing.Number, repeat.Issued.Number);
        Assert.Equal((fresh.Fee, fresh.DueOn, "T•••@example.jp", "シ•••"), (repeat.Fee, repeat.DueOn, repeat.MaskedEmail, repeat.MaskedKana));
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData(0, false)]
    [InlineData(null, true)]
    public void A_repeat_is_refused_whenever_a_new_application_would_be(int? capacity, bool isLate)
    {
        var now = isLate ? AfterClosing : Given.Now;
        var standing = Given.Application();

        var toNew = Given.Cohort(capacity: capacity).Receive(Given.Applicant(), now, now, 7) as Reception.Refused;
        var toRepeat = Given.Cohort(capacity: capacity).ReceiveRepeat(standing, Given.Applicant(), now, now, 7) as Reception.Refused;

        Assert.Equal(toNew, toRepeat);
        Assert.Equal(isLate, toRepeat is not null);
    }

    [Fact]
    public void A_repeat_waits_where_a_new_application_would()
    {
        var fresh = ((Reception.Accepted)Given.Cohort(capacity: 0).Receive(Given.Applicant(), Given.Now, Given.Now, 7)).Application;
        var repeat = ((Reception.Repeated)Given.Cohort(capacity: 0).ReceiveRepeat(Given.Application(), Given.Applicant(), Given.Now, Given.Now, 7)).Submission;

        Assert.Equal((ApplicationStatus.Waitlisted, null), (fresh.Status, fresh.DueOn));
        Assert.Equal((true, null), (repeat.IsWaiting, repeat.DueOn));
    }

    [Fact]
    public void A_repeat_takes_no_place()
    {
        var cohort = Given.Cohort(capacity: 2);
        var standing = ((Reception.Accepted)cohort.Receive(Given.Applicant(), Given.Now, Given.Now, 7)).Application;

        cohort.ReceiveRepeat(standing, Given.Applicant(), Given.Now, Given.Now, 7);

        Assert.Equal(1, cohort.PlacesTaken);
    }
}
