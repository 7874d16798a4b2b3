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
        var application = Given.Application();

        foreach (var amount in amounts)
        {
            var moved = Moved(Math.Abs(amount));
            if (amount > 0)
            {
                application.RecordPayment(moved, Given.Staff, Given.Now);
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
        application.RecordPayment(Moved(20_000), Given.Staff, Given.Now);

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
                application.RecordPayment(Moved(amount), Given.Staff, Given.Now);
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

        Assert.Equal(LedgerRefusal.NotReversible, application.Reverse(0, RandomToken.Draw(), null, new(2022, 6, 10), Given.Staff, Given.Now));
    }

    [Fact]
    public void What_is_open_is_never_less_than_nothing()
    {
        var application = Given.Application();
        application.RecordPayment(Moved(30_000), Given.Staff, Given.Now);

        Assert.Equal((new Yen(0), new Yen(30_000), new Yen(20_000)), (application.Balance.Open, application.Balance.Received, application.Balance.Due));
    }

    private static MoneyMoved Moved(int amount) => new(RandomToken.Draw(), new Yen(amount), new(2022, 6, 10), PaymentWay.BankTransfer, null);
}
