namespace Shiojiri.CxoLab.Payments;

/// <summary>The account that fees are paid into (振込先). A sample account is marked 見本 wherever it is shown.</summary>
public sealed record BankAccount(string Bank, string Branch, string Kind, string Number, string Holder, bool IsSample)
{
    public const string SampleMark = "見本";
}
