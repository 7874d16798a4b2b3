using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Shiojiri.CxoLab.Web.Hosting;

/// <summary>
/// What travels with the browser between two pages instead of in a session: protected by the keys that all instances share, so nobody
/// can read or change it and any instance can open it. Each content has a purpose, whose parts stand between slashes; a text protected
/// for one purpose opens for no other.
/// </summary>
internal sealed class PageProtector(IDataProtectionProvider protection, TimeProvider time)
{
    /// <summary>No form is longer.</summary>
    private const int MostCharacters = SecuritySetup.MaxBody;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>For as long as the keys live.</summary>
    public string Protect<T>(string purpose, T content) => For(purpose).Protect(JsonSerializer.Serialize(content, Json));

    public string Protect<T>(string purpose, T content, TimeSpan lifetime) =>
        Protect(purpose, new Limited<T>(content, time.GetUtcNow().UtcDateTime + lifetime));

    /// <summary>Null when it is missing, not ours, for something else, or too long.</summary>
    public T? Open<T>(string purpose, string? text)
        where T : class
    {
        if (string.IsNullOrEmpty(text) || text.Length > MostCharacters)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<T>(For(purpose).Unprotect(text), Json);
        }
        catch (Exception foreign) when (foreign is CryptographicException or FormatException or JsonException)
        {
            return null;
        }
    }

    /// <summary>What was protected with a lifetime; null when that is over, too.</summary>
    public T? OpenInTime<T>(string purpose, string? text)
        where T : class =>
        Open<Limited<T>>(purpose, text) is { } limited && limited.UntilUtc > time.GetUtcNow().UtcDateTime ? limited.Content : null;

    // The text is the Base64url of the protected UTF-8, as forms before this class had it too.
    private IDataProtector For(string purpose) => protection.CreateProtector(purpose.Split('/'));

    private sealed record Limited<T>(T Content, DateTime UntilUtc);
}
