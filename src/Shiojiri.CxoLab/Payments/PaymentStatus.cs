namespace Shiojiri.CxoLab.Payments;

/// <summary>How far a fee is paid (入金の状態). Never stored: it follows from the sums of the ledger.</summary>
public enum PaymentStatus
{
    /// <summary>未入金</summary>
    Unpaid,

    /// <summary>一部入金</summary>
    Partial,

    /// <summary>入金済み</summary>
    Paid,

    /// <summary>払いすぎ: more than was owed.</summary>
    Overpaid,

    /// <summary>返金済み: what had been paid was given back whole.</summary>
    Refunded,
}

/// <summary>What a ledger comes to (入金の合計).</summary>
/// <param name="Received">Payments less refunds and reversals.</param>
public sealed record Balance(Yen Due, Yen Received, bool HasRefund)
{
    public Yen Open => new(Math.Max(0, Due.Amount - Received.Amount));

    public PaymentStatus Status => Received.Amount <= 0
        ? HasRefund ? PaymentStatus.Refunded : PaymentStatus.Unpaid
        : Received.Amount.CompareTo(Due.Amount) switch
        {
            < 0 => PaymentStatus.Partial,
            0 => PaymentStatus.Paid,
            _ => PaymentStatus.Overpaid,
        };

    public bool IsSettled => Status is PaymentStatus.Paid or PaymentStatus.Overpaid;

    /// <param name="received">Payments less those taken back.</param>
    /// <param name="refunded">Refunds less those taken back.</param>
    public static Balance Of(Yen fee, Yen received, Yen refunded) => new(fee, new Yen(received.Amount - refunded.Amount), refunded.Amount > 0);
}

public static class PaymentStatusLabel
{
    /// <summary>未入金, 一部入金 …</summary>
    public static string Label(this PaymentStatus status) => status switch
    {
        PaymentStatus.Unpaid => "未入金",
        PaymentStatus.Partial => "一部入金",
        PaymentStatus.Paid => "入金済み",
        PaymentStatus.Overpaid => "払いすぎ",
        PaymentStatus.Refunded => "返金済み",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };
}
