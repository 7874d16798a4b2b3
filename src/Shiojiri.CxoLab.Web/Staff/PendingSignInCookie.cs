using Microsoft.Extensions.Options;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Staff;

/// <summary>The protected cookie of five minutes between password and second step. It holds a random token that names a row, nothing about the person.</summary>
internal sealed class PendingSignInCookie(PageProtector protector, IOptions<SiteSettings> site)
{
    private string Name => site.Value.IsHttps ? "__Host-cxolab-step" : "cxolab-step";

    private string Purpose => $"Staff/{Name}";

    public void Set(HttpContext context, string token) =>
        context.Response.Cookies.Append(Name, protector.Protect(Purpose, new PendingToken(token), PendingSignIn.Lasts), Options());

    public string? Find(HttpContext context) => protector.OpenInTime<PendingToken>(Purpose, context.Request.Cookies[Name])?.Token;

    public void Remove(HttpContext context) => context.Response.Cookies.Delete(Name, Options());

    private CookieOptions Options() =>
        new() { HttpOnly = true, Secure = site.Value.IsHttps, SameSite = SameSiteMode.Strict, Path = "/", IsEssential = true };

    private sealed record PendingToken(string Token);
}
