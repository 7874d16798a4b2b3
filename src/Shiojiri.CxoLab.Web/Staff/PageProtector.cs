using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Staff;

/// <summary>What travels with the browser between two steps, sealed by the keys that all instances share and good for a short time.</summary>
internal sealed class PageProtector(IDataProtectionProvider protection, TimeProvider time, IOptions<SiteSettings> site)
{
    private string CookieName => site.Value.IsHttps ? "__Host-cxolab-step" : "cxolab-step";

    public string Close<T>(string purpose, T content, TimeSpan lifetime) =>
        Protector(purpose).Protect(JsonSerializer.Serialize(new Sealed<T>(content, time.GetUtcNow().UtcDateTime + lifetime)));

    /// <summary>Null when it is missing, not ours, for something else, or too old.</summary>
    public T? Open<T>(string purpose, string? text)
        where T : class
    {
        try
        {
            var opened = string.IsNullOrEmpty(text) ? null : JsonSerializer.Deserialize<Sealed<T>>(Protector(purpose).Unprotect(text));
            return opened?.UntilUtc > time.GetUtcNow().UtcDateTime ? opened.Content : null;
        }
        catch (Exception foreign) when (foreign is CryptographicException or FormatException or JsonException)
        {
            return null;
        }
    }

    public void Give<T>(HttpContext context, T content, TimeSpan lifetime) =>
        context.Response.Cookies.Append(CookieName, Close(CookieName, content, lifetime), Options());

    public T? Take<T>(HttpContext context)
        where T : class => Open<T>(CookieName, context.Request.Cookies[CookieName]);

    public void Remove(HttpContext context) => context.Response.Cookies.Delete(CookieName, Options());

    private CookieOptions Options() =>
        new() { HttpOnly = true, Secure = site.Value.IsHttps, SameSite = SameSiteMode.Strict, Path = "/", IsEssential = true };

    private IDataProtector Protector(string purpose) => protection.CreateProtector("Staff", purpose);

    private sealed record Sealed<T>(T Content, DateTime UntilUtc);
}
