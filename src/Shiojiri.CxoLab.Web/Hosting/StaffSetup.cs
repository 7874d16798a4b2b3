using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Hosting;

/// <summary>Accounts, sign-in cookies and policies of the staff area.</summary>
internal static class StaffSetup
{
    public const string SignInPath = "/admin/sign-in";
    public const string SecondFactorPath = "/admin/account/second-factor";

    public static void AddStaff(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddHttpContextAccessor();
        services.AddScoped<CurrentStaff>();
        services.AddScoped<StaffSessions>();
        services.AddScoped<AuditTrail>();
        services.AddScoped<DeskScope>();
        services.AddScoped<DeskFrameFilter>();
        services.AddScoped<ApplicantSearch>();
        services.AddDutyPolicies();
        services.AddApplicantLists();
        services.AddIdentityCore<StaffAccount>(identity =>
            {
                identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
                identity.Password.RequiredLength = 12;
                identity.Password.RequireDigit = identity.Password.RequireLowercase = false;
                identity.Password.RequireUppercase = identity.Password.RequireNonAlphanumeric = false;
                identity.Password.RequiredUniqueChars = 1;
                identity.User.RequireUniqueEmail = true;
                identity.User.AllowedUserNameCharacters = null!;
                identity.Lockout.MaxFailedAccessAttempts = 5;
            })
            .AddEntityFrameworkStores<CxoLabDb>()
            .AddDefaultTokenProviders();
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
                OnRedirectToAccessDenied = context =>
                {
                    if (context.HttpContext.RequestServices.GetRequiredService<IOptions<StaffSettings>>().Value.RequireSecondFactor == true
                        && !CurrentStaff.HasSecondFactor(context.HttpContext.User))
                    {
                        context.Response.Redirect(SecondFactorPath);
                    }
                    else
                    {
                        context.Response.StatusCode = StatusCodes.Status403Forbidden;
                    }

                    return Task.CompletedTask;
                },
            };
        });
    }

    public static void UseStaff(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseAuthorization();
    }
}
