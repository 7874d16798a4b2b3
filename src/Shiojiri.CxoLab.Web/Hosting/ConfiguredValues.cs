using Microsoft.Extensions.Options;
using Shiojiri.CxoLab.Settings;

namespace Shiojiri.CxoLab.Web.Hosting;

/// <summary>What the configuration says of things that staff keep at the desk: first values, which hold until somebody saves that section.</summary>
internal sealed class ConfiguredValues(
    IOptions<OfficeSettings> office, IOptions<BankAccountSettings> account, IOptions<ProgrammeSettings> programme)
{
    public ContactValues Contact => new(office.Value.Email, office.Value.Phone, office.Value.Hours);

    public AccountValues Account => new(account.Value.Bank, account.Value.Branch, account.Value.Kind, account.Value.Number, account.Value.Holder);

    public FeeValues Fee =>
        new(programme.Value.PaymentDays, programme.Value.TransferFee, programme.Value.Withdrawal, programme.Value.RefundDays);

    public SellerValues Seller => new(office.Value.Seller, office.Value.Representative, office.Value.Address);

    public PrivacyValues Privacy => new(office.Value.PrivacyOfficer, office.Value.Retention, office.Value.InquiryMonths, office.Value.NotAcceptedMonths, office.Value.MemberMonths);
}
