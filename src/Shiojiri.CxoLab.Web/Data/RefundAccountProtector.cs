using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Shiojiri.CxoLab.Payments;

namespace Shiojiri.CxoLab.Web.Data;

/// <summary>Closes the accounts that money goes back to before they are stored: a copy of the database alone shows none.</summary>
internal sealed class RefundAccountProtector(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("Payments", "Refund account");

    public string Close(RefundAccountDetails account) => _protector.Protect(JsonSerializer.Serialize(account));

    /// <summary>Null when no key opens it: it has to be asked for and entered anew.</summary>
    public RefundAccountDetails? Open(string closed)
    {
        try
        {
            return JsonSerializer.Deserialize<RefundAccountDetails>(_protector.Unprotect(closed));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
