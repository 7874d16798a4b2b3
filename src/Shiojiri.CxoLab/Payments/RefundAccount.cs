using Shiojiri.CxoLab.Staff;

namespace Shiojiri.CxoLab.Payments;

/// <summary>Where an applicant's money goes back to (お返し先の口座), one for an application; kept closed (encrypted) and forgotten some time after the refund.</summary>
public sealed class RefundAccount
{
    public const int ClosedLimit = 4000;

    private RefundAccount()
    {
    }

    public RefundAccount(int applicationId) => ApplicationId = applicationId;

    public int Id { get; private set; }

    public int ApplicationId { get; private set; }

    /// <summary>A <see cref="RefundAccountDetails"/>, encrypted by whoever stores it.</summary>
    public string Closed { get; private set; } = "";

    public string EnteredBy { get; private set; } = "";

    public DateTime EnteredUtc { get; private set; }

    public Guid Version { get; private set; }

    public void Write(string closed, Actor by, DateTime nowUtc)
    {
        (Closed, EnteredBy, EnteredUtc) = (closed, by.Name, nowUtc);
        Version = Guid.NewGuid();
    }
}

/// <summary>An account in Japan as a transfer needs it.</summary>
/// <param name="BankCode">金融機関コード, four digits; null when it is not known.</param>
/// <param name="BranchCode">支店コード, three digits.</param>
/// <param name="Number">口座番号, seven digits with leading zeros.</param>
/// <param name="Holder">口座名義, in kana.</param>
public sealed record RefundAccountDetails(string Bank, string? BankCode, string Branch, string BranchCode, RefundAccountKind Kind, string Number, string Holder)
{
    /// <summary>For whoever need not know the whole: the bank, the kind and the last three digits.</summary>
    public string Masked => $"{Bank} {Kind.Label()} ••••{Number[^3..]}";
}

/// <summary>預金の種類</summary>
public enum RefundAccountKind
{
    /// <summary>普通</summary>
    Ordinary,

    /// <summary>当座</summary>
    Current,

    /// <summary>貯蓄</summary>
    Savings,
}

public static class RefundAccountKindLabel
{
    /// <summary>普通, 当座, 貯蓄</summary>
    public static string Label(this RefundAccountKind kind) => kind switch
    {
        RefundAccountKind.Ordinary => "普通",
        RefundAccountKind.Current => "当座",
        RefundAccountKind.Savings => "貯蓄",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
