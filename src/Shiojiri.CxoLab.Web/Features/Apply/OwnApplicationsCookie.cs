using Microsoft.Extensions.Options;
using Shiojiri.CxoLab.Web.Features.Shared.ApplicationForm;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Features.Apply;

/// <summary>What was typed in one form that this browser sent, as far as its completion page shows it.</summary>
internal sealed record OwnApplication(string Key, string Email, string Kana, DateTime UntilUtc);

/// <summary>
/// By this cookie a browser sees the completion pages of its own forms whole for a day; everybody else who has the link sees them
/// masked. What is shown comes from the cookie alone, so the page of a repeat knows no more than whoever sent it typed.
/// </summary>
internal sealed class OwnApplicationsCookie(PageProtector protector, TimeProvider time, IOptions<SiteSettings> site)
{
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(24);

    /// <summary>Browsers drop a cookie of more than 4,096 bytes, name and attributes included.</summary>
    private const int MostCharacters = 3_800;

    private const string Purpose = "ApplyForm.OwnApplications.v1";

    private string Name => site.Value.IsHttps ? "__Host-cxolab-applied" : "cxolab-applied";

    /// <summary>Null when the form with this key was sent by another browser or more than a day ago.</summary>
    public OwnApplication? Find(HttpContext context, string key) => Read(context).Find(own => own.Key == key);

    /// <summary>Adds a form; the oldest ones make room for it.</summary>
    public void Remember(HttpContext context, string key, ApplyForm sent)
    {
        var all = Read(context);
        all.RemoveAll(own => own.Key == key);
        all.Add(new OwnApplication(key, sent.Email!, sent.Kana!, Now + Lasts));
        var text = protector.Protect(Purpose, all);
        while (text.Length > MostCharacters && all.Count > 1)
        {
            all.RemoveAt(0);
            text = protector.Protect(Purpose, all);
        }

        context.Response.Cookies.Append(Name, text, new CookieOptions
        {
            HttpOnly = true,
            Secure = site.Value.IsHttps,
            SameSite = SameSiteMode.Lax,
            Path = "/",
            MaxAge = Lasts,
            IsEssential = true,
        });
    }

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private List<OwnApplication> Read(HttpContext context) =>
        protector.Open<List<OwnApplication>>(Purpose, context.Request.Cookies[Name])?.FindAll(own => own.UntilUtc > Now) ?? [];
}
