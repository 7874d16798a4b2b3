namespace Shiojiri.CxoLab.Web.Features.Admin.Account;

internal static class AccountSetup
{
    public static void AddAccount(this IServiceCollection services)
    {
        services.AddScoped<AccountPageBuilder>();
    }
}
