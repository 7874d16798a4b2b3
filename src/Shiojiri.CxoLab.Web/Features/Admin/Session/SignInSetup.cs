namespace Shiojiri.CxoLab.Web.Features.Admin.Session;

internal static class SignInSetup
{
    public static void AddSignIn(this IServiceCollection services)
    {
        services.AddScoped<PasswordSignInService>();
        services.AddScoped<PasskeySignInService>();
        services.AddScoped<SecondStepService>();
        services.AddScoped<PendingSignInQuery>();
        services.AddScoped<SignOutService>();
    }
}
