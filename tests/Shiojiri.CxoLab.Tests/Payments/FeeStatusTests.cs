using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Payments;

namespace Shiojiri.CxoLab.Tests.Payments;

/// <summary>The one rule of what a fee asks, for every state and every sum.</summary>
public sealed class FeeStatusTests
{
    private static readonly DateOnly Today = new(2022, 6, 10);
    private static readonly int[] Sums = [0, 5_000, 20_000, 40_000];

    /// <summary>Rows: status. Columns: nothing in, a part, the whole fee, more; each with no day asked, a day to come (today itself), a day gone.</summary>
    [Theory]
    [InlineData(ApplicationStatus.Received, "NotAsked Asked Overdue", "NotAsked Asked Overdue", "Settled Settled Settled", "Settled Settled Settled")]
    [InlineData(ApplicationStatus.UnderReview, "NotAsked Asked Overdue", "NotAsked Asked Overdue", "Settled Settled Settled", "Settled Settled Settled")]
    [InlineData(ApplicationStatus.Accepted, "NotAsked Asked Overdue", "NotAsked Asked Overdue", "Settled Settled Settled", "Settled Settled Settled")]
    [InlineData(ApplicationStatus.Waitlisted, "OnHold OnHold OnHold", "OnHold OnHold OnHold", "OnHold OnHold OnHold", "OnHold OnHold OnHold")]
    [InlineData(ApplicationStatus.Declined, "None None None", "RefundDue RefundDue RefundDue", "RefundDue RefundDue RefundDue", "RefundDue RefundDue RefundDue")]
    [InlineData(ApplicationStatus.Withdrawn, "None None None", "RefundDue RefundDue RefundDue", "RefundDue RefundDue RefundDue", "RefundDue RefundDue RefundDue")]
    public void The_state_follows_from_status_sum_and_day(ApplicationStatus status, params string[] expected)
    {
        DateOnly?[] days = [null, Today, Today.AddDays(-1)];

        var states = Sums.Select(sum => string.Join(' ', days.Select(day =>
            FeeStatus.Of(status, new Yen(20_000), new Yen(sum), day, Today).State)));

        Assert.Equal(expected, states);
    }

    [Theory]
    [InlineData(ApplicationStatus.Accepted, 0, 20_000, 0, 0)]
    [InlineData(ApplicationStatus.Accepted, 5_000, 15_000, 0, 0)]
    [InlineData(ApplicationStatus.Accepted, 20_000, 0, 0, 0)]
    [InlineData(ApplicationStatus.Accepted, 60_000, 0, 40_000, 40_000)]
    [InlineData(ApplicationStatus.Waitlisted, 20_000, 0, 0, 0)]
    [InlineData(ApplicationStatus.Declined, 5_000, 0, 0, 5_000)]
    [InlineData(ApplicationStatus.Withdrawn, 40_000, 0, 0, 40_000)]
    [InlineData(ApplicationStatus.Withdrawn, 0, 0, 0, 0)]
    public void What_is_open_too_much_and_to_be_given_back_follows(ApplicationStatus status, int received, int open, int excess, int back)
    {
        var fee = FeeStatus.Of(status, new Yen(20_000), new Yen(received), Today, Today);

        Assert.Equal((open, excess, back), (fee.Open.Amount, fee.Excess.Amount, fee.ToGiveBack.Amount));
    }

    [Fact]
    public void A_fee_of_nothing_is_settled_from_the_first() =>
        Assert.Equal(FeeState.Settled, FeeStatus.Of(ApplicationStatus.Received, new Yen(0), new Yen(0), null, Today).State);

    [Fact]
    public void Every_state_has_a_label_of_its_own() =>
        Assert.Equal(
            ["なし", "まだお願いしていない", "お願い中", "期限切れ", "保留", "完納", "返金が必要"],
            Enum.GetValues<FeeState>().Select(s => s.Label()));
}
