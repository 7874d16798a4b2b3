using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Hosting;
using Shiojiri.CxoLab.Web.Jobs;

namespace Shiojiri.CxoLab.Web.Staff;

/// <summary>Accounts, sessions, sign-in cookies and policies of staff.</summary>
internal static class StaffSetup
{
    public const string SignInPath = "/admin/sign-in";
    public const string SecondFactorPath = "/admin/account/second-factor";

    /// <summary>As OWASP asks for with PBKDF2 and SHA-512, which Identity uses.</summary>
    private const int PasswordIterations = 210_000;

    public static void AddStaff(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddHttpContextAccessor();
        services.AddScoped<CurrentStaff>();
        services.AddScoped<StaffSessions>();
        services.AddScoped<AuditTrail>();
        services.AddScoped<AuditErasure>();
        services.AddScoped<StaffScope>();
        services.AddPermissionPolicies();
        AddAccounts(services);
        AddCookies(services);
    }

    /// <summary>
    /// When the database could not say who is there, a page of the desk cannot go on; one for everybody can, and so can the page that
    /// tells of the trouble.
    /// </summary>
    public static void UseStaff(this WebApplication app)
    {
        app.UseAuthentication();
        app.Use((context, next) =>
        {
            if (context.Features.Get<IExceptionHandlerFeature>() is null && context.GetEndpoint()?.Metadata.GetMetadata<IAuthorizeData>() is not null)
            {
                StaffSessions.Trouble(context)?.Throw();
            }

            return next(context);
        });
        app.UseAuthorization();
    }

    private static void AddAccounts(IServiceCollection services)
    {
        services.AddSingleton<SignInLimiter>();
        services.AddSingleton<PendingSignInCookie>();
        services.AddScoped<PendingSignIns>();
        services.AddScoped<SignInLog>();
        services.AddScoped<SignInGuard>();
        services.AddScoped<StaffSignIn>();
        services.AddScoped<SecondFactors>();
        services.AddScoped<StaffLinks>();
        services.AddScoped<FirstStartLinks>();
        services.AddScoped<PasswordService>();
        services.AddScoped<PasskeyStore>();
        services.AddScoped<PasskeyService>();
        services.AddScoped<StaffMailQueue>();
        services.AddJob<ExpiredSignInsJob>();
        services.AddJob<AuditHeadJob>();
        services.AddScoped<OwnAccountService>();
        services.AddScoped<LinkedPasswordService>();
        services.AddScoped<CredentialService>();

        // Before Identity's own rule, which it adds only when there is none.
        services.AddScoped<IPasswordValidator<StaffAccount>, PasswordRule>();
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = PasswordIterations);
        services.AddIdentityCore<StaffAccount>(identity =>
            {
                identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
                identity.User.RequireUniqueEmail = true;
                identity.User.AllowedUserNameCharacters = null!;
            })
            .AddEntityFrameworkStores<CxoLabDb>();

        services.AddScoped<IPasskeyHandler<StaffAccount>, PasskeyHandler<StaffAccount>>();
        services.AddOptions<IdentityPasskeyOptions>().Configure<IOptions<SiteSettings>>((passkeys, site) =>
        {
            var address = new Uri(site.Value.BaseUrl);
            passkeys.ServerDomain = address.IdnHost;
            passkeys.UserVerificationRequirement = "required";
            passkeys.ResidentKeyRequirement = "required";
            passkeys.ValidateOrigin = context => ValueTask.FromResult(
                !context.CrossOrigin && context.Origin == address.GetLeftPart(UriPartial.Authority));
        });
    }

    private static void AddCookies(IServiceCollection services)
    {
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme);
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).Configure<IOptions<SiteSettings>>((cookie, site) =>
        {
            cookie.Cookie.Name = site.Value.IsHttps ? "__Host-cxolab-staff" : "cxolab-staff";
            cookie.Cookie.SecurePolicy = site.Value.IsHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.Path = "/";
            cookie.SlidingExpiration = false;
            cookie.ExpireTimeSpan = StaffSessions.Longest;
            cookie.LoginPath = SignInPath;
            cookie.ReturnUrlParameter = "from";
            cookie.Events.OnValidatePrincipal = ValidateAsync;
            cookie.Events.OnRedirectToAccessDenied = RefuseAsync;
        });

        // What is said after a redirect ("saved") travels in a cookie too.
        services.AddOptions<CookieTempDataProviderOptions>().Configure<IOptions<SiteSettings>>((cookie, site) =>
        {
            cookie.Cookie.Name = site.Value.IsHttps ? "__Host-cxolab-said" : "cxolab-said";
            cookie.Cookie.SecurePolicy = site.Value.IsHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
            cookie.Cookie.SameSite = SameSiteMode.Strict;
            cookie.Cookie.Path = "/";
        });
    }

    // A file is the same for everybody: nobody is asked who they are.
    private static Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        if (context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<PublicFile>() is null)
        {
            return context.HttpContext.RequestServices.GetRequiredService<StaffSessions>().ValidateAsync(context);
        }

        context.RejectPrincipal();
        return Task.CompletedTask;
    }

    private static Task RefuseAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        var http = context.HttpContext;
        StaffLog.Refused(http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(StaffSetup)), http.User, http.TraceIdentifier);
        if (http.RequestServices.GetRequiredService<IOptions<StaffSettings>>().Value.RequireSecondFactor == true && !CurrentStaff.HasSecondFactor(http.User))
        {
            // Kept by a cache, it would be shown to whoever has set one up since.
            context.Response.Headers.CacheControl = "no-store";
            context.Response.Redirect(SecondFactorPath);
        }
        else if (http.Request.Path == ReturnAddress.Home && CurrentStaff.RoleOf(http.User)?.May(Permission.EditContent) == true)
        {
            // Whoever sees no applicants begins with the site's pages.
            context.Response.Headers.CacheControl = "no-store";
            context.Response.Redirect(ReturnAddress.EditorHome);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        }

        return Task.CompletedTask;
    }
}
