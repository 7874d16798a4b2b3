using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Staff;

/// <summary>An action that asks for a duty of <see cref="RolePermissions"/>.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class RequiresPermissionAttribute(Permission duty) : AuthorizeAttribute(duty.ToString())
{
    public Permission Permission { get; } = duty;
}

/// <summary>The policies of the staff area, one for each duty and two for being there at all.</summary>
internal static class PermissionPolicies
{
    /// <summary>Signed in, with a second factor where one is asked for.</summary>
    public const string Staff = "Staff";

    /// <summary>Signed in, perhaps still without a second factor: for the pages that set one up, and to leave.</summary>
    public const string SignedIn = "SignedIn";

    public static void AddPermissionPolicies(this IServiceCollection services)
    {
        services.AddAuthorization();
        services.AddOptions<AuthorizationOptions>().Configure<IOptions<StaffSettings>>((authorization, staff) =>
        {
            authorization.AddPolicy(SignedIn, policy => policy
                .AddAuthenticationSchemes(IdentityConstants.ApplicationScheme)
                .RequireAuthenticatedUser());
            authorization.AddPolicy(Staff, policy => policy
                .AddAuthenticationSchemes(IdentityConstants.ApplicationScheme)
                .RequireAuthenticatedUser()
                .RequireAssertion(context => staff.Value.RequireSecondFactor != true || CurrentStaff.HasSecondFactor(context.User)));
            foreach (var duty in Enum.GetValues<Permission>())
            {
                authorization.AddPolicy(duty.ToString(), policy => policy
                    .AddAuthenticationSchemes(IdentityConstants.ApplicationScheme)
                    .RequireAssertion(context => CurrentStaff.RoleOf(context.User)?.May(duty) == true));
            }
        });
    }
}
