using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Settings;

namespace Shiojiri.CxoLab.Web.Features.Pages;

internal sealed record LegalPage(SellerValues Seller, ContactValues Contact, FeeValues Fee, Cohort? Cohort)
{
    /// <summary>What the office has not decided yet, named once in one sentence; empty when everything is.</summary>
    public string NotSetYet => string.Join('、', new[]
    {
        (Seller.Seller, "販売事業者"), (Seller.Representative, "代表者・責任者"), (Seller.Address, "所在地"), (Contact.Phone, "電話番号"),
        (Contact.Email, "メールアドレス"), (Fee.TransferFee, "振込手数料の扱い"), (Fee.Withdrawal, "返金の条件"),
    }.Where(item => item.Item1 is null).Select(item => item.Item2));
}
