using Shiojiri.CxoLab.Staff;

namespace Shiojiri.CxoLab.Payments;

/// <summary>One line of an application's ledger (入金の記録). Lines are only ever added; what is owed and paid follows from them.</summary>
public sealed class LedgerEntry
{
    public const int RemarkLimit = 200;

    private LedgerEntry()
    {
    }

    public int Id { get; private set; }

    /// <summary>Drawn when the form was shown, so that a line sent twice is one line; null for the first line.</summary>
    public string? Key { get; private set; }

    public LedgerEntryKind Kind { get; private set; }

    /// <summary>Always positive; the kind says which way it counts.</summary>
    public Yen Amount { get; private set; }

    /// <summary>What the line does to the balance, in yen: less for a fee or a refund, more for a payment.</summary>
    public int Effect { get; private set; }

    /// <summary>The day the money moved; null for the first line.</summary>
    public DateOnly? OccurredOn { get; private set; }

    public PaymentWay? Way { get; private set; }

    public string? Remark { get; private set; }

    public int? ReversesId { get; private set; }

    public string? EnteredBy { get; private set; }

    public DateTime EnteredUtc { get; private set; }

    /// <summary>The remark was written by a person about a person; the money stays.</summary>
    internal void EraseRemark() => Remark = null;

    /// <summary>The fee falls due: the first line of every ledger.</summary>
    public static LedgerEntry FeeDue(Yen amount, DateTime enteredUtc) =>
        new() { Kind = LedgerEntryKind.FeeDue, Amount = amount, Effect = -amount.Amount, EnteredUtc = enteredUtc };

    internal static LedgerEntry Of(LedgerEntryKind kind, MoneyMoved moved, Actor by, DateTime nowUtc) => new()
    {
        Key = moved.Key,
        Kind = kind,
        Amount = moved.Amount,
        Effect = kind == LedgerEntryKind.Payment ? moved.Amount.Amount : -moved.Amount.Amount,
        OccurredOn = moved.On,
        Way = moved.Way,
        Remark = moved.Remark,
        EnteredBy = by.Name,
        EnteredUtc = nowUtc,
    };

    internal static LedgerEntry ReversalOf(LedgerEntry entry, string key, string? remark, DateOnly on, Actor by, DateTime nowUtc) => new()
    {
        Key = key,
        Kind = LedgerEntryKind.Reversal,
        Amount = entry.Amount,
        Effect = -entry.Effect,
        OccurredOn = on,
        Remark = remark,
        ReversesId = entry.Id,
        EnteredBy = by.Name,
        EnteredUtc = nowUtc,
    };
}

/// <summary>Money that came or went, as staff enter it.</summary>
public sealed record MoneyMoved(string Key, Yen Amount, DateOnly On, PaymentWay Way, string? Remark);

public enum LedgerEntryKind
{
    /// <summary>参加費の請求</summary>
    FeeDue,

    /// <summary>入金</summary>
    Payment,

    /// <summary>返金</summary>
    Refund,

    /// <summary>取り消し of a line that was entered by mistake</summary>
    Reversal,
}

public static class LedgerEntryKindLabel
{
    /// <summary>参加費の請求, 入金 …</summary>
    public static string Label(this LedgerEntryKind kind) => kind switch
    {
        LedgerEntryKind.FeeDue => "参加費の請求",
        LedgerEntryKind.Payment => "入金",
        LedgerEntryKind.Refund => "返金",
        LedgerEntryKind.Reversal => "取り消し",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}

public enum PaymentWay
{
    /// <summary>銀行振込</summary>
    BankTransfer,

    /// <summary>現金</summary>
    Cash,

    /// <summary>そのほか</summary>
    Other,
}

public static class PaymentWayLabel
{
    /// <summary>銀行振込, 現金, そのほか</summary>
    public static string Label(this PaymentWay way) => way switch
    {
        PaymentWay.BankTransfer => "銀行振込",
        PaymentWay.Cash => "現金",
        PaymentWay.Other => "そのほか",
        _ => throw new ArgumentOutOfRangeException(nameof(way), way, null),
    };
}

/// <summary>Why a line can't be entered.</summary>
public enum LedgerRefusal
{
    /// <summary>More would be given back than was paid.</summary>
    MoreThanReceived,

    /// <summary>There is no such line, it is the fee or a reversal itself, or it has been reversed already.</summary>
    NotReversible,

    /// <summary>More would have gone back than ever came in: the refund has to be taken back first.</summary>
    LessThanNothing,
}
