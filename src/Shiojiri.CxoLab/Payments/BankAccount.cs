namespace Shiojiri.CxoLab.Payments;

/// <summary>The account that fees are paid into (振込先). A sample account, which there is in Development alone, is marked 見本 wherever it is shown.</summary>
public sealed record BankAccount(string Bank, string Branch, string Kind, string Number, string Holder, bool IsSample)
{
    public const string SampleMark = "見本";

    /// <summary>What stands in its place where none is set.</summary>
    public const string NotYet = "お振込先は、決まりしだいあらためてお知らせします。それまで、お振り込みはお待ちください。";
}
