using System.Text.Json.Serialization;

namespace Shiojiri.CxoLab.Settings;

/// <summary>How the office is reached (連絡先).</summary>
public sealed record ContactValues(string? Email = null, string? Phone = null, string? Hours = null);

/// <summary>The account that fees are paid into (振込先), as far as it is known.</summary>
public sealed record AccountValues(
    string? Bank = null, string? Branch = null, string? Kind = null, string? Number = null, string? Holder = null)
{
    [JsonIgnore]
    public bool IsEmpty => Parts.All(string.IsNullOrWhiteSpace);

    [JsonIgnore]
    public bool IsComplete => !Parts.Any(string.IsNullOrWhiteSpace);

    private string?[] Parts => [Bank, Branch, Kind, Number, Holder];
}

/// <summary>By when and on what terms the fee is paid and given back (支払いと返金).</summary>
/// <param name="PaymentDays">Days from being asked until the fee is due.</param>
/// <param name="TransferFee">A sentence on who bears the bank's charge.</param>
/// <param name="Withdrawal">A sentence on what is paid back when somebody steps back after paying.</param>
/// <param name="RefundDays">Days within which money is given back once the account is known.</param>
public sealed record FeeValues(int PaymentDays = FeeValues.UsualDays, string? TransferFee = null, string? Withdrawal = null, int? RefundDays = null)
{
    public const int UsualDays = 7;
}

/// <summary>Who sells (販売事業者), for the page that 特定商取引法 asks for.</summary>
public sealed record SellerValues(string? Seller = null, string? Representative = null, string? Address = null);

/// <summary>Who answers for personal data, and how long it is kept (個人情報).</summary>
/// <param name="InquiryMonths">Months after which a question to the office, its answers and their mails are cleared.</param>
/// <param name="NotAcceptedMonths">Months after the end of the term until applications that led to no taking part are erased; 0: not by themselves.</param>
/// <param name="MemberMonths">The same of members' applications.</param>
public sealed record PrivacyValues(
    string? Officer = null, string? Retention = null, int InquiryMonths = PrivacyValues.UsualMonths,
    int NotAcceptedMonths = PrivacyValues.UsualNotAcceptedMonths, int MemberMonths = PrivacyValues.UsualMonths)
{
    public const int UsualMonths = 12;
    public const int UsualNotAcceptedMonths = 6;
}
