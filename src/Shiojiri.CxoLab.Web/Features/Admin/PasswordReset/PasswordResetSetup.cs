namespace Shiojiri.CxoLab.Web.Features.Admin.PasswordReset;

internal static class PasswordResetSetup
{
    public static void AddPasswordReset(this IServiceCollection services)
    {
        services.AddScoped<PasswordResetService>();
    }
}
