using Microsoft.Extensions.Options;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Staff;

/// <summary>Whose password was right, on the way to the second step.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Stamp">Its security stamp then: a password changed meanwhile ends the way.</param>
/// <param name="From">Where the person wants to go.</param>
internal sealed record PendingSignIn(int AccountId, string Stamp, string? From);

/// <summary>The protected cookie of five minutes that carries it.</summary>
internal sealed class PendingSignInCookie(PageProtector protector, IOptions<SiteSettings> site)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(5);

    private string Name => site.Value.IsHttps ? "__Host-cxolab-step" : "cxolab-step";

    private string Purpose => $"Staff/{Name}";

    public void Set(HttpContext context, PendingSignIn pending) =>
        context.Response.Cookies.Append(Name, protector.Protect(Purpose, pending, Lasts), Options());

    public PendingSignIn? Find(HttpContext context) => protector.OpenInTime<PendingSignIn>(Purpose, context.Request.Cookies[Name]);

    public void Remove(HttpContext context) => context.Response.Cookies.Delete(Name, Options());

    private CookieOptions Options() =>
        new() { HttpOnly = true, Secure = site.Value.IsHttps, SameSite = SameSiteMode.Strict, Path = "/", IsEssential = true };
}
