namespace Shiojiri.CxoLab.Web.Features.Admin.StaffMembers;

internal static class StaffMembersSetup
{
    public static void AddStaffMembers(this IServiceCollection services)
    {
        services.AddScoped<StaffMemberService>();
        services.AddScoped<StaffChangeService>();
        services.AddScoped<StaffInvitationService>();
    }
}
