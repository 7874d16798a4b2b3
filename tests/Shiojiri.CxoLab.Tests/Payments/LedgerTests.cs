using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Payments;
using Shiojiri.CxoLab.Tests.Testing;

namespace Shiojiri.CxoLab.Tests.Payments;

/// <summary>The payment status follows from the ledger, whatever the lines are.</summary>
public sealed class LedgerTests
{
    [Theory]
    [InlineData(PaymentStatus.Unpaid)]
    [InlineData(PaymentStatus.Partial, 5_000)]
    [InlineData(PaymentStatus.Paid, 20_000)]
    [InlineData(PaymentStatus.Paid, 5_000, 15_000)]
    [InlineData(PaymentStatus.Overpaid, 20_000, 20_000)]
    [InlineData(PaymentStatus.Partial, 20_000, -5_000)]
    [InlineData(PaymentStatus.Refunded, 20_000, -20_000)]
    [InlineData(PaymentStatus.Paid, 20_000, -20_000, 20_000)]
    public void The_status_follows_from_payments_and_refunds(PaymentStatus expected, params int[] amounts)
    {
        var (application, cohort) = (Given.Application(), Given.Cohort());

        foreach (var amount in amounts)
        {
            var moved = Moved(Math.Abs(amount));
            if (amount > 0)
            {
                application.RecordPayment(moved, cohort, Given.Staff, Given.Now);
            }
            else
            {
                Assert.Null(application.RecordRefund(moved, Given.Staff, Given.Now));
            }
        }

        Assert.Equal(expected, application.Balance.Status);
    }

    [Fact]
    public void No_more_is_given_back_than_came_in()
    {
        var application = Given.Application();
        application.RecordPayment(Moved(20_000), Given.Cohort(), Given.Staff, Given.Now);

        var refusal = application.RecordRefund(Moved(20_001), Given.Staff, Given.Now);

        Assert.Equal((LedgerRefusal.MoreThanReceived, 2), (refusal, application.Ledger.Count));
    }

    [Theory]
    [InlineData(5_000)]
    [InlineData(20_000, -5_000)]
    [InlineData(30_000, -10_000, 500)]
    public void The_sums_are_those_of_the_ledger(params int[] amounts)
    {
        var application = Given.Application();

        foreach (var amount in amounts)
        {
            if (amount > 0)
            {
                application.RecordPayment(Moved(amount), Given.Cohort(), Given.Staff, Given.Now);
            }
            else
            {
                application.RecordRefund(Moved(-amount), Given.Staff, Given.Now);
            }
        }

        Assert.Equal(
            (application.Ledger.Where(e => e.Kind == LedgerEntryKind.Payment).Sum(e => e.Effect), -application.Ledger.Where(e => e.Kind == LedgerEntryKind.Refund).Sum(e => e.Effect)),
            (application.ReceivedAmount.Amount, application.RefundedAmount.Amount));
        Assert.Equal(-20_000 + application.Balance.Received.Amount, application.Ledger.Sum(e => e.Effect));
    }

    [Fact]
    public void The_fee_itself_cannot_be_reversed()
    {
        var application = Given.Application();

        Assert.Equal(LedgerRefusal.NotReversible, application.Reverse(0, RandomToken.Draw(), null, new(2022, 6, 10), Given.Cohort(), new(2022, 6, 27), Given.Staff, Given.Now));
    }

    [Fact]
    public void What_is_open_is_never_less_than_nothing()
    {
        var application = Given.Application();
        application.RecordPayment(Moved(30_000), Given.Cohort(), Given.Staff, Given.Now);

        Assert.Equal((new Yen(0), new Yen(30_000), new Yen(20_000)), (application.Balance.Open, application.Balance.Received, application.Balance.Due));
    }

    [Fact]
    public void A_whole_fee_confirms_the_first_come_and_says_so()
    {
        var (application, cohort) = (Given.Application(), Given.Cohort());

        var part = application.RecordPayment(Moved(5_000), cohort, Given.Staff, Given.Now);
        var whole = application.RecordPayment(Moved(15_000), cohort, Given.Staff, Given.Now);

        Assert.Equal((false, true, ApplicationStatus.Accepted), (part, whole, application.Status));
    }

    [Theory]
    [InlineData(AdmissionMode.FirstCome, false)]
    [InlineData(AdmissionMode.Selection, true)]
    public void Elsewhere_a_whole_fee_decides_nothing(AdmissionMode mode, bool confirms)
    {
        var cohort = Given.Cohort(admission: new Admission(mode, FeeTiming.OnApplying, confirms));
        var application = ((Reception.Accepted)cohort.Receive(Given.Applicant(), Given.Now, Given.Now, 7)).Application;

        Assert.False(application.RecordPayment(Moved(20_000), cohort, Given.Staff, Given.Now));
        Assert.Equal(ApplicationStatus.Received, application.Status);
    }

    [Fact]
    public void Who_gets_the_fee_back_is_not_asked_for_it_by_itself()
    {
        var application = Given.Application();
        application.RecordPayment(Moved(20_000), Given.Cohort(), Given.Staff, Given.Now);

        application.RecordRefund(Moved(20_000), Given.Staff, Given.Now);

        Assert.Equal(FeeState.NotAsked, application.FeeStatusOn(new(2022, 7, 1)).State);
    }

    private static MoneyMoved Moved(int amount) => new(RandomToken.Draw(), new Yen(amount), new(2022, 6, 10), PaymentWay.BankTransfer, null);
}
