using System.Net;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using Shiojiri.CxoLab.Web.Hosting.Keys;

namespace Shiojiri.CxoLab.Web.Hosting;

/// <summary>What guards the wire: limits, proxies, hosts, headers, cookies, and forms that nobody else can write.</summary>
internal static class SecuritySetup
{
    /// <summary>More than the longest application needs, percent-encoded emoji and all.</summary>
    public const int MaxBody = 256 * 1024;

    public static void AddSecurity(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            Framing.BeStrict(kestrel);
            kestrel.Limits.MaxRequestBodySize = MaxBody;
            kestrel.Limits.MaxRequestLineSize = 8 * 1024;
            kestrel.Limits.MaxRequestHeadersTotalSize = 32 * 1024;
            kestrel.Limits.MaxRequestHeaderCount = 100;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
            kestrel.Limits.MinRequestBodyDataRate = new(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(10));
        });

        builder.AddKeys();
        builder.Services.AddDataProtection().SetApplicationName("Shiojiri.CxoLab");
        builder.Services.AddSingleton<PageProtector>();
        builder.Services.AddSingleton<KnownOrigin>();

        builder.Services.AddAntiforgery();
        builder.Services.AddOptions<Microsoft.AspNetCore.Antiforgery.AntiforgeryOptions>()
            .Configure<IOptions<SiteSettings>>((antiforgery, site) =>
            {
                // Only https can carry a __Host- cookie; plain http is this machine's own.
                antiforgery.Cookie.Name = site.Value.IsHttps ? "__Host-cxolab-form" : "cxolab-form";
                antiforgery.Cookie.SecurePolicy = site.Value.IsHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
                antiforgery.Cookie.SameSite = SameSiteMode.Strict;
                antiforgery.FormFieldName = "FormToken";
                antiforgery.SuppressXFrameOptionsHeader = true;
            });

        builder.Services.AddHsts(hsts =>
        {
            hsts.MaxAge = TimeSpan.FromDays(365);
            hsts.IncludeSubDomains = true;
            hsts.ExcludedHosts.Clear();
        });

        builder.Services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<SiteSettings>>((forwarded, site) =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            forwarded.ForwardLimit = null; // as far as the proxies are known
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (var proxy in site.Value.TrustedProxies)
            {
                if (IPAddress.TryParse(proxy, out var address))
                {
                    forwarded.KnownProxies.Add(address);
                }
                else if (System.Net.IPNetwork.TryParse(proxy, out var network))
                {
                    forwarded.KnownIPNetworks.Add(network);
                }
            }
        });
    }

    /// <summary>From here on a request says where it comes from and for whom it is.</summary>
    public static void UseOrigin(this WebApplication app)
    {
        app.Use(DropImpossibleHost);
        if (app.Services.GetRequiredService<IOptions<SiteSettings>>().Value.TrustedProxies.Length > 0)
        {
            app.UseForwardedHeaders();
        }
    }

    public static void UseSecurity(this WebApplication app)
    {
        var site = app.Services.GetRequiredService<IOptions<SiteSettings>>().Value;
        app.UseSecurityHeaders(Headers());
        if (site.IsHttps)
        {
            app.UseHsts();
            app.Use(RedirectToHttps(site, app.Logger));
        }
    }

    // "xn--" and its like are no names, and the framework throws wherever it reads one. Without a host the request is refused later on.
    private static Task DropImpossibleHost(HttpContext context, RequestDelegate next)
    {
        try
        {
            _ = context.Request.Host.Host;
        }
        catch (ArgumentException)
        {
            context.Request.Host = default;
        }

        return next(context);
    }

    public static HeaderPolicyCollection Headers() => new HeaderPolicyCollection()
        .AddContentSecurityPolicy(csp =>
        {
            csp.AddDefaultSrc().None();
            csp.AddStyleSrc().Self();
            csp.AddScriptSrc().Self();
            csp.AddImgSrc().Self();
            csp.AddConnectSrc().Self();
            csp.AddFormAction().Self();
            csp.AddObjectSrc().None();
            csp.AddBaseUri().None();
            csp.AddFrameAncestors().None();
        })
        .AddContentTypeOptionsNoSniff()
        .AddReferrerPolicySameOrigin()
        .AddCrossOriginOpenerPolicy(policy => policy.SameOrigin())
        .AddCrossOriginResourcePolicy(policy => policy.SameOrigin())
        .AddPermissionsPolicy(policy =>
        {
            policy.AddCamera().None();
            policy.AddDisplayCapture().None();
            policy.AddFullscreen().None();
            policy.AddGeolocation().None();
            policy.AddMicrophone().None();
            policy.AddPayment().None();
            policy.AddUsb().None();
        })
        .RemoveServerHeader();

    // A secure cookie can't be set over http, so a form would fail there: everything but the health checks moves to https.
    private static Func<HttpContext, RequestDelegate, Task> RedirectToHttps(SiteSettings site, ILogger logger)
    {
        var warned = 0;
        return (context, next) =>
        {
            if (context.Request.IsHttps || context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal))
            {
                return next(context);
            }

            if (Interlocked.Exchange(ref warned, 1) == 0)
            {
                SecurityLog.CameAsHttp(logger);
            }

            context.Response.StatusCode = StatusCodes.Status308PermanentRedirect;
            context.Response.Headers.Location = site.BaseUrl + context.Request.Path + context.Request.QueryString;
            return Task.CompletedTask;
        };
    }
}

internal static partial class SecurityLog
{
    [LoggerMessage(1, LogLevel.Warning, "A request came over http although Site:PublicBaseUrl is https. Behind a proxy, name it in Site:TrustedProxies.")]
    public static partial void CameAsHttp(ILogger logger);

    [LoggerMessage(2, LogLevel.Warning, "A form came with a missing or expired token ({CorrelationId}).")]
    public static partial void FormTokenFailed(ILogger logger, string correlationId);

    [LoggerMessage(3, LogLevel.Warning, "The rate limit turned a request away ({CorrelationId}).")]
    public static partial void RateLimited(ILogger logger, string correlationId);

    [LoggerMessage(4, LogLevel.Warning, "A request was refused before it was read: {Reason} ({CorrelationId}).")]
    public static partial void Refused(ILogger logger, string reason, string correlationId);

    [LoggerMessage(5, LogLevel.Information, "A form had {Count} faults ({CorrelationId}).")]
    public static partial void FormFaults(ILogger logger, int count, string correlationId);

    [LoggerMessage(6, LogLevel.Warning, "The hidden field of a form was filled in ({CorrelationId}).")]
    public static partial void HiddenFieldFilled(ILogger logger, string correlationId);
}
