using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Shiojiri.CxoLab.Web.Data;

/// <summary>Closes the secrets of authenticator apps before they are stored: whoever reads the database computes no codes.</summary>
internal sealed class TotpSecretProtector(IDataProtectionProvider protection)
{
    /// <summary>Stands before a closed secret; no secret in Base32 holds a colon.</summary>
    private const string Mark = "closed:";

    private readonly IDataProtector _protector = protection.CreateProtector("Staff", "Authenticator secret");

    public static bool IsClosed(string stored) => stored.StartsWith(Mark, StringComparison.Ordinal);

    public string Close(string secret) => Mark + _protector.Protect(secret);

    /// <summary>The secret, also of a row that an earlier release stored in clear; null when there is none or no key opens it.</summary>
    public string? Open(string? stored)
    {
        if (stored is null || !IsClosed(stored))
        {
            return stored;
        }

        try
        {
            return _protector.Unprotect(stored[Mark.Length..]);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
