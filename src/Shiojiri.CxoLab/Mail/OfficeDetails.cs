using Shiojiri.CxoLab.Payments;
using Shiojiri.CxoLab.Settings;

namespace Shiojiri.CxoLab.Mail;

/// <summary>What every mail needs to know of the office (運営事務局); all of it comes from settings.</summary>
/// <param name="Phone">Null when there is none.</param>
/// <param name="PublicBaseUrl">The site's address without a slash at the end.</param>
/// <param name="Account">Null while nobody has set one; then nobody is asked to pay into any.</param>
/// <param name="TransferFee">Who bears the bank's charge (振込手数料); null when nobody decided it.</param>
/// <param name="Withdrawal">The terms of stepping back (辞退と返金); null when nobody decided them.</param>
public sealed record OfficeDetails(
    string ContactEmail, string? Phone, string PublicBaseUrl, BankAccount? Account, string? TransferFee, string? Withdrawal)
{
    /// <summary>Within how many days money is given back once the account is known (返金までの日数); null when nobody decided it.</summary>
    public int? RefundDays { get; init; }

    /// <summary>What the programme and its office are called, and in which colours.</summary>
    public ProgrammeValues Programme { get; init; } = ProgrammeValues.BuiltIn;
}
