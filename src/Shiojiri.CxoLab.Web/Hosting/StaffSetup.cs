using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Session;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Features.Admin.StaffMembers;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Hosting;

/// <summary>Accounts, sign-in cookies and policies of the staff area.</summary>
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
        services.AddScoped<AuditHeadMailQueue>();
        services.AddScoped<PendingSignIns>();
        services.AddDesk();
        services.AddApplicantLists();
        builder.AddMailDesk();
        services.AddDutyPolicies();
        AddAccounts(services);
        AddCookies(services);
        services.Configure<MvcOptions>(mvc =>
        {
            mvc.Filters.Add<ReauthenticationFilter>();
            mvc.Filters.Add<RetainedFormFilter>();
        });
    }

    public static void UseStaff(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseAuthorization();
    }

    private static void AddAccounts(IServiceCollection services)
    {
        services.AddSingleton<SignInLimiter>();
        services.AddSingleton<PageProtector>();
        services.AddScoped<SignInLog>();
        services.AddScoped<SignInGuard>();
        services.AddScoped<StaffSignIn>();
        services.AddScoped<SecondFactors>();
        services.AddScoped<StaffLinks>();
        services.AddScoped<PasswordService>();
        services.AddScoped<PasskeyService>();
        services.AddScoped<SignInDoor>();
        services.AddScoped<SignInEnd>();
        services.AddScoped<SecondStep>();
        services.AddScoped<StaffMemberService>();
        services.AddScoped<ReauthenticationService>();
        services.AddScoped<ReauthenticationMark>();
        services.AddScoped<StaffMailQueue>();
        services.AddScoped<OwnAccountService>();
        services.AddScoped<LinkedPasswordService>();
        services.AddScoped<Features.Admin.PasswordReset.PasswordResetService>();
        services.AddScoped<AccountTools>();
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
            cookie.Events = new CookieAuthenticationEvents
            {
                OnValidatePrincipal = context => context.HttpContext.RequestServices.GetRequiredService<StaffSessions>().ValidateAsync(context),
                OnRedirectToLogin = AskForSignInAsync,
                OnRedirectToAccessDenied = RefuseAsync,
            };
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

    // Whoever only wanted to read goes to sign in; whoever sent a form keeps what they typed.
    private static Task AskForSignInAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (HttpMethods.IsPost(context.Request.Method))
        {
            return RetainedForm.AnswerAsync(context.HttpContext, StatusCodes.Status401Unauthorized);
        }

        context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }

    private static Task RefuseAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        var http = context.HttpContext;
        StaffLog.Refused(http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(StaffSetup)), http.User, http.TraceIdentifier);
        if (http.RequestServices.GetRequiredService<IOptions<StaffSettings>>().Value.RequireSecondFactor == true && !CurrentStaff.HasSecondFactor(http.User))
        {
            context.Response.Redirect(SecondFactorPath);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        }

        return Task.CompletedTask;
    }
}
